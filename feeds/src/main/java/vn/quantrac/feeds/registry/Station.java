package vn.quantrac.feeds.registry;

import java.util.List;

/**
 * An automatic monitoring station (trạm quan trắc); its code is the name part of its TT10 files, such as
 * {@code HG_GIAY_NUO001}.
 *
 * @param latitude degrees WGS 84
 * @param longitude degrees WGS 84
 * @param administrativeUnit commune and province of the time
 * @param dischargeSource code of the source it watches; null for ambient stations
 * @param facility code of the facility that runs it, or null when the centre does
 * @param aliases other codes under which its data may arrive
 * @param intervalSeconds how often it measures, normally 300
 */
public record Station(
        String nameVi,
        String nameEn,
        Medium medium,
        double latitude,
        double longitude,
        String administrativeUnit,
        String dischargeSource,
        String facility,
        List<String> aliases,
        int intervalSeconds) {}
