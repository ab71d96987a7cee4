package vn.quantrac.registry;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A document of many stations, each with its source, its instrument and eight datastreams. */
final class Province {
    private static final String[] MEASURED = {"Temp", "pH", "TSS", "COD", "NH4", "TP", "TN", "Flow"};

    private Province() {}

    static String document(String facility, int stations) {
        return "{\"datastreams\":["
                + list(stations, n -> Stream.of(MEASURED)
                        .map(parameter -> datastream(station(facility, n), parameter, facility + n)))
                + "],\"stations\":["
                + list(
                        stations,
                        n -> Stream.of(Api.stationBody(station(facility, n), facility)
                                .replaceFirst("\\{", "{\"dischargeSource\":\"S" + facility + n + "\",")))
                + "],\"instruments\":["
                + list(stations, n -> Stream.of(Api.instrumentBody(facility + n, station(facility, n), "COD")))
                + "],\"discharge-sources\":["
                + list(stations, n -> Stream.of(Api.sourceBody("S" + facility + n, facility)))
                + "]}";
    }

    static String station(String facility, int number) {
        return "HG_" + facility + "_NUO%03d".formatted(number);
    }

    private static String datastream(String station, String parameter, String instrument) {
        String by = parameter.equals("COD") ? ",\"instrument\":\"" + instrument + "\"" : "";
        return """
                {"station":"%s","parameter":"%s","validFrom":"2020-01-01T00:00:00Z","symbols":["%s.1"]%s}""".formatted(station, parameter, parameter, by);
    }

    private static String list(int stations, IntFunction<Stream<String>> items) {
        return IntStream.rangeClosed(1, stations)
                .boxed()
                .flatMap(number -> items.apply(number))
                .collect(Collectors.joining(","));
    }
}
