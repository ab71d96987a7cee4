package vn.quantrac.local.province;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.quantrac.local.CannotRunException;

/** How patient the client is while gateway and Keycloak start; the answers are those that both give then. */
class RegistryClientTest {
    private static final String GATEWAY_503 =
            "{\"type\":\"/problems/identity-down\",\"status\":503,\"title\":\"Keycloak cannot be reached\"}";

    private final Deque<Reply> tokenReplies = new ArrayDeque<>();
    private final Deque<Reply> registryReplies = new ArrayDeque<>();
    private final List<String> authorizations = new ArrayList<>();
    private HttpServer server;

    private record Reply(int status, String body) {}

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/auth/", exchange -> reply(exchange, tokenReplies));
        server.createContext("/api/registry/v1/", exchange -> {
            authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
            reply(exchange, registryReplies);
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void it_asks_again_while_the_parts_start() throws Exception {
        tokenReplies.add(new Reply(502, "<html>"));
        tokenReplies.add(new Reply(404, "{\"error\":\"Realm does not exist\"}"));
        tokenReplies.add(new Reply(200, "{\"access_token\":\"first\"}"));
        registryReplies.add(new Reply(503, GATEWAY_503));
        registryReplies.add(new Reply(200, "{\"items\":[]}"));

        assertThat(client(Duration.ofSeconds(20)).get("/stations").body().get("items"))
                .isEmpty();
    }

    @Test
    void a_token_that_has_expired_is_replaced() throws Exception {
        tokenReplies.add(new Reply(200, "{\"access_token\":\"first\"}"));
        tokenReplies.add(new Reply(200, "{\"access_token\":\"second\"}"));
        registryReplies.add(new Reply(401, "{\"type\":\"/problems/bad-token\"}"));
        registryReplies.add(new Reply(200, "{\"items\":[]}"));

        client(Duration.ofSeconds(20)).get("/stations");

        assertThat(authorizations).containsExactly("Bearer first", "Bearer second");
    }

    @Test
    void a_refusal_is_an_answer_with_its_reason() throws Exception {
        tokenReplies.add(new Reply(200, "{\"access_token\":\"first\"}"));
        registryReplies.add(
                new Reply(409, "{\"type\":\"/problems/exists\",\"detail\":\"There is already a station X\"}"));

        RegistryClient.Answer answer = client(Duration.ofSeconds(20)).get("/stations");

        assertThat(answer.isProblem("exists")).isTrue();
        assertThat(answer.reason()).isEqualTo("409 There is already a station X");
    }

    @Test
    void it_gives_up_after_its_patience_in_one_line() {
        for (int n = 0; n < 100; n++) {
            tokenReplies.add(new Reply(503, GATEWAY_503));
        }
        long began = System.nanoTime();

        assertThatThrownBy(() -> client(Duration.ofSeconds(1)).get("/stations"))
                .isInstanceOf(CannotRunException.class)
                .hasMessageContaining("Keycloak did not answer within 1 s: 503 Keycloak cannot be reached")
                .message()
                .hasLineCount(1);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void a_wrong_password_is_not_tried_again() {
        tokenReplies.add(new Reply(401, "{\"error_description\":\"Invalid user credentials\"}"));

        assertThatThrownBy(() -> client(Duration.ofMinutes(1)).get("/stations"))
                .isInstanceOf(CannotRunException.class)
                .hasMessage("the demo user admin cannot sign in: 401 Invalid user credentials");
    }

    private RegistryClient client(Duration patience) {
        return new RegistryClient("http://localhost:" + server.getAddress().getPort(), patience);
    }

    private static void reply(HttpExchange exchange, Deque<Reply> replies) throws IOException {
        Reply reply = replies.removeFirst();
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
