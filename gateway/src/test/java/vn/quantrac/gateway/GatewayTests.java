package vn.quantrac.gateway;

import io.quarkus.test.common.WithTestResource;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.quantrac.embedded.DemoTokens;
import vn.quantrac.embedded.KeycloakTestResource;

/** What the tests of the running gateway share: real Keycloak, real services, one start. */
@WithTestResource(KeycloakTestResource.class)
@WithTestResource(ServicesTestResource.class)
abstract class GatewayTests {
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    static RequestSpecification anonymous() {
        return RestAssured.given().urlEncodingEnabled(false).redirects().follow(false);
    }

    static RequestSpecification as(String userOrClient) {
        return with("Bearer " + token(userOrClient));
    }

    static RequestSpecification with(String authorization) {
        return anonymous().header("Authorization", authorization);
    }

    static String token(String userOrClient) {
        return TOKENS.computeIfAbsent(userOrClient, DemoTokens::of);
    }
}
