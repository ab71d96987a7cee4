package vn.quantrac.ingestion.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hivemq.client.mqtt.mqtt5.message.connect.connack.Mqtt5ConnAck;
import io.vertx.core.Vertx;
import io.vertx.core.net.PfxOptions;
import io.vertx.mqtt.MqttServer;
import io.vertx.mqtt.MqttServerOptions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom we take for the broker of the province. */
class OutsideBrokerTlsTest {
    private static final String PASSWORD = "secret-of-the-test";

    @TempDir
    Path folder;

    private final Vertx vertx = Vertx.vertx();
    private int port;

    @BeforeEach
    void listen() throws Exception {
        MqttServerOptions options = new MqttServerOptions()
                .setHost("localhost")
                .setPort(0)
                .setSsl(true)
                .setKeyCertOptions(new PfxOptions()
                        .setPath(keystore("broker", "localhost").toString())
                        .setPassword(PASSWORD));
        port = MqttServer.create(vertx, options)
                .endpointHandler(client -> client.accept(false))
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS)
                .actualPort();
    }

    @AfterEach
    void end() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void a_broker_whose_authority_is_named_is_trusted() throws Exception {
        assertThat(connect("localhost", Optional.of(certificate("broker")))
                        .getReasonCode()
                        .isError())
                .isFalse();
    }

    @Test
    void one_of_another_authority_is_not() throws Exception {
        keystore("other", "localhost");
        Path other = certificate("other");
        assertThatThrownBy(() -> connect("localhost", Optional.of(other))).hasMessageContaining("SSLHandshake");
        assertThatThrownBy(() -> connect("localhost", Optional.empty())).hasMessageContaining("SSLHandshake");
    }

    @Test
    void one_with_a_certificate_for_another_host_is_not() throws Exception {
        Path trusted = certificate("broker");
        assertThatThrownBy(() -> connect("127.0.0.1", Optional.of(trusted))).hasMessageContaining("SSLHandshake");
    }

    private Mqtt5ConnAck connect(String host, Optional<Path> authorities) throws Exception {
        OutsideBroker broker = new OutsideBroker(
                URI.create("mqtts://" + host + ":" + port),
                Optional.empty(),
                Optional.empty(),
                authorities,
                "pod-1",
                Duration.ofDays(1),
                100);
        return broker.client(end -> {}).connect(broker.connect()).get(20, TimeUnit.SECONDS);
    }

    private Path keystore(String name, String host) throws Exception {
        Path keystore = folder.resolve(name + ".p12");
        keytool(
                List.of(
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "SAN=dns:" + host,
                        "-alias",
                        name),
                keystore);
        return keystore;
    }

    private Path certificate(String name) throws Exception {
        Path pem = folder.resolve(name + ".pem");
        keytool(List.of("-exportcert", "-rfc", "-alias", name, "-file", pem.toString()), folder.resolve(name + ".p12"));
        return pem;
    }

    private static void keytool(List<String> arguments, Path keystore) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        builder.command().addAll(arguments);
        builder.command()
                .addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD, "-keystore", keystore.toString()));
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
