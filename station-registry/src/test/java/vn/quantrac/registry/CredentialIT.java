package vn.quantrac.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static vn.quantrac.registry.Api.as;
import static vn.quantrac.registry.Api.station;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** A logger's secret is known to who was issued it, and to nobody and nothing else. */
@QuarkusTest
@RealParts
class CredentialIT {
    @Inject
    Jdbi jdbi;

    private static Response issue(String station) {
        return as("admin").post("/stations/" + station + "/credentials");
    }

    private static Response issue(String station, String key) {
        return as("admin").header("Idempotency-Key", key).post("/stations/" + station + "/credentials");
    }

    @Test
    void two_are_valid_at_once_so_that_one_can_replace_the_other() {
        String code = station("GIAY");
        String first = issue(code).then().statusCode(201).extract().jsonPath().getString("id");
        issue(code).then().statusCode(201);
        issue(code).then().statusCode(409).body("type", equalTo("/problems/too-many-credentials"));
        as("admin").delete("/stations/" + code + "/credentials/" + first).then().statusCode(204);
        as("admin").delete("/stations/" + code + "/credentials/" + first).then().statusCode(404);
        issue(code).then().statusCode(201);
        as("operator").get("/stations/" + code + "/credentials").then().body("items", hasSize(3));
    }

    @Test
    void a_repeated_issue_shows_the_same_secret_and_issues_nothing() {
        String code = station("GIAY");
        String key = UUID.randomUUID().toString();
        JsonPath first = issue(code, key).then().statusCode(201).extract().jsonPath();
        issue(code, key)
                .then()
                .statusCode(201)
                .body("secret", equalTo(first.getString("secret")))
                .body("id", equalTo(first.getString("id")))
                .body("validFrom", equalTo(first.getString("validFrom")));
        as("operator").get("/stations/" + code + "/credentials").then().body("items", hasSize(1));
        issue(station("GIAY"), key).then().statusCode(422);
    }

    @Test
    void a_certificate_is_accepted_by_its_fingerprint_and_is_of_one_station() throws Exception {
        String code = station("GIAY");
        String pem = pem("1");
        String sha256 = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest(CertificateFactory.getInstance("X.509")
                                .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
                                .getEncoded()));
        String id = accept(code, pem)
                .then()
                .statusCode(201)
                .body("certificateSha256", equalTo(sha256))
                .body("secret", nullValue())
                .extract()
                .path("id");
        accept(station("GIAY"), pem).then().statusCode(409).body("type", equalTo("/problems/name-taken"));
        issue(code).then().statusCode(201);
        issue(code).then().statusCode(201);
        accept(code, pem("2")).then().statusCode(201);
        accept(code, pem("3")).then().statusCode(409).body("type", equalTo("/problems/too-many-credentials"));
        as("operator")
                .get("/stations/" + code + "/credentials")
                .then()
                .body("items.find { it.id == '" + id + "' }.certificateSha256", equalTo(sha256));
        as("admin").delete("/stations/" + code + "/credentials/" + id).then().statusCode(204);
        accept(code, pem).then().statusCode(201);
    }

    @Test
    void what_is_no_certificate_is_refused() throws Exception {
        String code = station("GIAY");
        accept(code, "nonsense").then().statusCode(400).body("type", equalTo("/problems/bad-field"));
        accept(code, pem("old", "-3d", "1")).then().statusCode(400).body("detail", containsString("expired"));
        Api.post("/stations/" + code + "/credentials", "{}").then().statusCode(400);
        Api.post("/stations/" + code + "/credentials", "[]").then().statusCode(400);
        as("operator").get("/stations/" + code + "/credentials").then().body("items", hasSize(0));
    }

    private static Response accept(String station, String pem) {
        return Api.post(
                "/stations/" + station + "/credentials", "{\"certificate\":\"" + pem.replace("\n", "\\n") + "\"}");
    }

    private static String pem(String name) throws Exception {
        return pem(name, "-1d", "30");
    }

    /** A new certificate that has signed itself. */
    private static String pem(String name, String start, String days) throws Exception {
        Path store = Files.createTempDirectory("certificate").resolve("store.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        run(
                keytool,
                "-genkeypair",
                "-alias",
                "it",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-startdate",
                start,
                "-validity",
                days,
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                "changeit");
        return run(
                        keytool,
                        "-exportcert",
                        "-rfc",
                        "-alias",
                        "it",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "changeit")
                .replace("\r", "");
    }

    private static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertThat(process.waitFor()).isZero();
        return output;
    }

    @Test
    void one_of_another_station_is_not_found() {
        String id = issue(station("GIAY")).jsonPath().getString("id");
        String path = "/stations/" + station("GIAY") + "/credentials/";
        as("admin").delete(path + id).then().statusCode(404);
        as("admin").delete(path + "none").then().statusCode(404);
    }

    @Test
    void a_station_that_does_not_hold_gets_none() {
        String code = station("GIAY");
        Api.seen(0).delete("/stations/" + code).then().statusCode(204);
        issue(code).then().statusCode(422);
        issue("HG_NONE_NUO000").then().statusCode(404);
    }

    @Test
    void neither_the_secret_nor_the_key_it_is_repeated_by_is_kept_or_logged() {
        List<String> logged = new CopyOnWriteArrayList<>();
        Handler listener = new Handler() {
            @Override
            public void publish(LogRecord record) {
                logged.add(record.getMessage() + Arrays.toString(record.getParameters()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        listener.setLevel(Level.ALL);
        Logger.getLogger("").addHandler(listener);
        String code = station("GIAY");
        String key = UUID.randomUUID().toString();
        String secret = issue(code, key).jsonPath().getString("secret");
        as("admin").get("/stations/" + code + "/credentials");
        Logger.getLogger("").removeHandler(listener);

        assertThat(secret).hasSize(43);
        assertThat(String.join("\n", logged)).doesNotContain(secret).doesNotContain(key);
        List<String> everything = jdbi.withHandle(handle -> handle.createQuery(
                        "select attributes from entry_period union all select data::text from feed_event"
                                + " union all select r::text from repeatable_request r")
                .mapTo(String.class)
                .list());
        assertThat(String.join("\n", everything)).doesNotContain(secret).doesNotContain(key);
    }
}
