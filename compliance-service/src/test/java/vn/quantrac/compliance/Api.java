package vn.quantrac.compliance;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.quantrac.embedded.DemoTokens;

/** The service as its callers reach it. */
final class Api {
    static final String ROOT = "/api/compliance/v1";

    /** Keycloak takes many sign-ins of one user at once for an attack. */
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private Api() {}

    static RequestSpecification as(String userOrClient) {
        return bearer(TOKENS.computeIfAbsent(userOrClient, DemoTokens::of));
    }

    static RequestSpecification bearer(String token) {
        return given().basePath(ROOT).auth().oauth2(token);
    }
}
