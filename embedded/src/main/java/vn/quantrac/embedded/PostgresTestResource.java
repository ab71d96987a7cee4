package vn.quantrac.embedded;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A fresh PostgreSQL with one empty database for the tests of this JVM; sets QUANTRAC_DB_*. */
public final class PostgresTestResource implements QuarkusTestResourceLifecycleManager {
    private Postgres postgres;

    @Override
    public Map<String, String> start() {
        postgres = Postgres.temporary();
        postgres.createDatabase("quantrac", "quantrac", "quantrac-test");
        return Map.of(
                "QUANTRAC_DB_HOST", "localhost",
                "QUANTRAC_DB_PORT", Integer.toString(postgres.port()),
                "QUANTRAC_DB_NAME", "quantrac",
                "QUANTRAC_DB_USER", "quantrac",
                "QUANTRAC_DB_PASSWORD", "quantrac-test");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(postgres, new TestInjector.MatchesType(Postgres.class));
    }

    @Override
    public void stop() {
        if (postgres != null) {
            postgres.close();
        }
    }
}
