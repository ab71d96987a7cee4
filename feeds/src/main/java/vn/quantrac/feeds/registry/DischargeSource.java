package vn.quantrac.feeds.registry;

/**
 * A point at which a facility discharges wastewater or gas (nguồn thải).
 *
 * @param facility code of the facility that answers for it; the scope of the role {@code facility}
 * @param sector economic sector, a VSIC code, or null
 * @param latitude degrees WGS 84, or null
 * @param longitude degrees WGS 84, or null
 * @param permit what its permit says, or null
 */
public record DischargeSource(
        String nameVi,
        String nameEn,
        String facility,
        String facilityName,
        Medium medium,
        String sector,
        Double latitude,
        Double longitude,
        Permit permit) {}
