package vn.quantrac.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.nullValue;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AuditIT extends GatewayTests {

    @Inject
    MeterRegistry meters;

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Handler collector = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            lines.add(((ExtLogRecord) entry).getFormattedMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void collect() {
        Logger.getLogger("gateway.access").addHandler(collector);
    }

    @AfterEach
    void stopCollecting() {
        Logger.getLogger("gateway.access").removeHandler(collector);
    }

    @Test
    void a_request_leaves_one_line_that_names_the_caller_and_no_secret() {
        as("operator").get("/api/registry/v1/stations?token=s3cret").then().statusCode(200);
        await().until(() -> lines.size() == 1);
        assertThat(lines.get(0))
                .startsWith("GET /api/registry/v1/stations 200 caller=operator ms=")
                .contains("from=127.0.0.1 id=")
                .doesNotContain("s3cret", "Bearer", token("operator"));
    }

    @Test
    void a_refusal_leaves_a_line_too() {
        as("ministry").post("/api/registry/v1/stations").then().statusCode(403);
        anonymous().get("/api/ministry/v1/readings").then().statusCode(401);
        anonymous().get("/open;x/v1").then().statusCode(400);
        await().until(() -> lines.size() == 3);
        assertThat(lines.get(0)).startsWith("POST /api/registry/v1/stations 403 caller=service-account-ministry ");
        assertThat(lines.get(1)).startsWith("GET /api/ministry/v1/readings 401 caller=anonymous ");
        assertThat(lines.get(2)).startsWith("GET /open;x/v1 400 ");
    }

    @Test
    void requests_are_counted_by_route_and_class_of_status() {
        long before = count("open-data", "2xx");
        anonymous().get("/open/v1/stations").then().statusCode(200);
        await().until(() -> count("open-data", "2xx") == before + 1);
    }

    @Test
    void metrics_and_health_are_not_on_the_public_port() {
        anonymous().get("/q/metrics").then().statusCode(404).body("apis", nullValue());
        anonymous().get("/q/health/live").then().statusCode(404);
    }

    private long count(String route, String status) {
        Timer timer = meters.find("gateway.requests")
                .tag("route", route)
                .tag("status", status)
                .timer();
        return timer == null ? 0 : timer.count();
    }
}
