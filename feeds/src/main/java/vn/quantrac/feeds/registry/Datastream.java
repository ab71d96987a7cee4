package vn.quantrac.feeds.registry;

import java.util.List;

/**
 * One parameter at one station.
 *
 * @param id given by the registry once for the pair of station and parameter, for good
 * @param instrument code of the instrument in use, or null
 * @param symbols further symbols by which this station's logger calls the parameter
 * @param unit in which its readings are kept, a UCUM code, where it is not the parameter's canonical one: SO2 of a
 *     stack is mg/m3, of ambient air ug/m3; else null
 * @param unitSymbol that unit as people read it, or null
 */
public record Datastream(
        long id,
        String station,
        String parameter,
        String instrument,
        List<String> symbols,
        String unit,
        String unitSymbol) {

    /** A datastream that is kept in the canonical unit of its parameter. */
    public Datastream(long id, String station, String parameter, String instrument, List<String> symbols) {
        this(id, station, parameter, instrument, symbols, null, null);
    }

    /** The unit of its readings. */
    public String unitOf(Parameter measured) {
        return unit == null ? measured.unit() : unit;
    }

    /** The unit of its readings as people read it. */
    public String unitSymbolOf(Parameter measured) {
        if (unit == null) {
            return measured.unitSymbol();
        }
        return unitSymbol == null ? unit : unitSymbol;
    }
}
