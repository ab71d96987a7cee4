package vn.quantrac.local.e2e;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Somebody who calls the suite through the gateway: with the token of a client or a demo user, or with none. */
final class Partner {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final String gateway;
    private final String tokenForm;

    private Partner(String gateway, String tokenForm) {
        this.gateway = gateway;
        this.tokenForm = tokenForm;
    }

    static Partner anonymous(String gateway) {
        return new Partner(gateway, null);
    }

    static Partner client(String gateway, String client) {
        return new Partner(
                gateway,
                "grant_type=client_credentials&client_id=%s&client_secret=%s-demo-secret".formatted(client, client));
    }

    static Partner user(String gateway, String user) {
        return new Partner(
                gateway,
                "grant_type=password&client_id=quantrac-cli&username=%s&password=%s-demo".formatted(user, user));
    }

    /** The answer, whatever its status. */
    Response ask(String path) {
        RequestSpecification request = RestAssured.given().baseUri(gateway).urlEncodingEnabled(false);
        if (tokenForm != null) {
            request.auth().oauth2(token());
        }
        return request.get(path);
    }

    /** The answer of a 200; anything else fails the test. */
    JsonNode get(String path) {
        try {
            return JSON.readTree(ask(path).then().statusCode(200).extract().asString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String token() {
        return RestAssured.given()
                .baseUri(gateway)
                .contentType("application/x-www-form-urlencoded")
                .body(tokenForm)
                .post("/auth/realms/quantrac/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }
}
