package vn.quantrac.local.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import vn.quantrac.local.province.Credentials;

/** Ingestion's own database, where what is really stored is counted. */
final class StoredReadings implements AutoCloseable {
    private final Connection connection;

    private StoredReadings(Connection connection) {
        this.connection = connection;
    }

    static StoredReadings connect(Map<String, String> environment) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", environment.get("QUANTRAC_BENCH_DB_USER"));
        properties.setProperty("password", environment.get("QUANTRAC_BENCH_DB_PASSWORD"));
        // The fastest way the driver has for a batch of inserts.
        properties.setProperty("reWriteBatchedInserts", "true");
        return new StoredReadings(DriverManager.getConnection(environment.get("QUANTRAC_BENCH_DB_URL"), properties));
    }

    Connection connection() {
        return connection;
    }

    long count() throws SQLException {
        return number("select count(*) from reading where datastream > 0");
    }

    /** The newest cursor of the readings feed. */
    long head() throws SQLException {
        return number("select cursor from feed_head");
    }

    private long number(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** The stations whose secrets are known, once ingestion has heard of all of them from the registry. */
    List<BenchStation> stations(Credentials credentials) throws SQLException, InterruptedException {
        while (number("select count(distinct entry #>> '{periods,0,value,station}') from registry_entry"
                        + " where type = 'credential'")
                < credentials.all().size()) {
            Thread.sleep(200);
        }
        List<BenchStation> stations = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select station, array_agg(parameter order by parameter)"
                        + " from datastream group by station order by station")) {
            while (rows.next()) {
                String code = rows.getString(1);
                stations.add(new BenchStation(code, credentials.secretOf(code), List.of((String[])
                        rows.getArray(2).getArray())));
            }
        }
        return stations;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
