package vn.quantrac.registry;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import vn.quantrac.embedded.DemoTokens;

/** The registry as its users reach it, and entries to begin with. */
final class Api {
    static final String ROOT = "/api/registry/v1";

    /** Keycloak takes many sign-ins of one user at once for an attack. */
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private static final AtomicInteger NUMBER = new AtomicInteger(100);

    private Api() {}

    static RequestSpecification as(String userOrClient) {
        return bearer(token(userOrClient));
    }

    static String token(String userOrClient) {
        return TOKENS.computeIfAbsent(userOrClient, DemoTokens::of);
    }

    static RequestSpecification bearer(String token) {
        return given().basePath(ROOT).auth().oauth2(token).contentType(ContentType.JSON);
    }

    static RequestSpecification seen(Object version) {
        return as("admin").header("If-Match", "\"" + version + "\"");
    }

    static Response post(String path, String body) {
        return as("admin").body(body).post(path);
    }

    static String newCode(String facility) {
        return "HG_" + facility + "_NUO" + NUMBER.incrementAndGet();
    }

    /** A code that no test has used, for what is no station. */
    static String newCode() {
        return "T-" + NUMBER.incrementAndGet();
    }

    /** A wastewater station that has held since 2020. */
    static String station(String facility) {
        String code = newCode(facility);
        post("/stations", stationBody(code, facility)).then().statusCode(201);
        return code;
    }

    static String stationBody(String code, String facility) {
        return """
                {"code":"%s","validFrom":"2020-01-01T00:00:00Z","nameVi":"Trạm thử","nameEn":"Test station",
                 "medium":"WASTEWATER","latitude":9.93,"longitude":105.8,"administrativeUnit":"Châu Thành, Hậu Giang",
                 "facility":"%s","aliases":[],"intervalSeconds":300}""".formatted(code, facility);
    }

    static String sourceBody(String code, String facility) {
        return """
                {"code":"%s","validFrom":"2020-01-01T00:00:00Z","nameVi":"Cửa xả","nameEn":"Outfall",
                 "facility":"%s","medium":"WASTEWATER",
                 "permit":{"number":"12/GP","standard":"QCVN 40:2011/BTNMT","column":"A"}}""".formatted(code, facility);
    }

    static String instrumentBody(String code, String station, String parameter) {
        return """
                {"code":"%s","validFrom":"2020-01-01T00:00:00Z","station":"%s","parameters":["%s"],
                 "manufacturer":"Hach","rangeMin":0,"rangeMax":500.0}""".formatted(code, station, parameter);
    }

    static Response putDatastream(String station, String parameter, String body) {
        return as("admin").body(body).put("/stations/" + station + "/datastreams/" + parameter);
    }

    static JsonPath feed() {
        return as("ingestion-service")
                .get("/feed?after=0&limit=10000")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** The events of one entry. */
    static List<Map<String, Object>> events(String type, String key) {
        return Api.feed().<Map<String, Object>>getList("events").stream()
                .filter(event -> type.equals(event.get("type")) && key.equals(event.get("key")))
                .toList();
    }
}
