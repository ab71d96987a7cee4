package vn.quantrac.local.bench;

import java.util.List;

/** A station whose logger the benchmark plays. */
record BenchStation(String code, String secret, List<String> parameters) {}
