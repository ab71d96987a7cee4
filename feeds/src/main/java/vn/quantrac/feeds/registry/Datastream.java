package vn.quantrac.feeds.registry;

import java.util.List;

/**
 * One parameter at one station.
 *
 * @param id given by the registry once for the pair of station and parameter, for good
 * @param instrument code of the instrument in use, or null
 * @param symbols further symbols by which this station's logger calls the parameter
 */
public record Datastream(long id, String station, String parameter, String instrument, List<String> symbols) {}
