package vn.quantrac.ingestion.datareturn;

/**
 * What came of one datastream on one day; of several readings within an interval one counts.
 *
 * @param intervals with a reading
 * @param measuring with a value of status 00
 * @param onTime with a reading that came in time
 */
record Received(long datastream, String parameter, int intervals, int measuring, int onTime) {}
