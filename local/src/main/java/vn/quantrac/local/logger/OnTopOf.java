package vn.quantrac.local.logger;

/**
 * What a value physically contains: PM10 contains PM2,5, NOx contains NO, inflow is more than outflow.
 *
 * @param symbol the value contained, measured at the same station
 * @param times its weight, 1 unless units or molar masses differ
 */
record OnTopOf(String symbol, double times) {}
