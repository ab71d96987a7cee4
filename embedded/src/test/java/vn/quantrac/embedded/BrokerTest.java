package vn.quantrac.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerTest {
    private static final String TOPIC = "quantrac/v1/registry/station/HG_GIAY_NUO001";

    @TempDir
    Path data;

    @TempDir
    Path logs;

    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void endProcesses() throws InterruptedException {
        for (Process process : processes) {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void a_retained_message_survives_a_restart() {
        int port;
        try (Broker broker = Broker.start("localhost", 0, data, "quantrac", "secret")) {
            port = broker.port();
            publishRetained(port, "entry");
        }
        try (Broker broker = Broker.start("localhost", port, data, "quantrac", "secret")) {
            assertThat(retained(port)).isEqualTo("entry");
        }
    }

    @Test
    void a_retained_message_survives_the_kill_of_the_broker_process() throws Exception {
        int port = Ports.free();
        Process first = brokerProcess(port);
        publishRetained(port, "entry");
        first.destroyForcibly().waitFor();
        Process second = brokerProcess(port);
        assertThat(retained(port)).isEqualTo("entry");
        second.destroy();
        assertThat(second.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void retained_entries_of_an_earlier_run_are_no_reason_to_warn() throws Exception {
        int port = Ports.free();
        Process first = brokerProcess(port);
        publishRetained(port, "entry");
        first.destroyForcibly().waitFor();
        Process second = brokerProcess(port);
        assertThat(retained(port)).isEqualTo("entry");
        second.destroy();
        assertThat(second.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(errors())).isEmpty();
    }

    @Test
    void nobody_gets_in_without_the_password() {
        try (Broker broker = Broker.start("localhost", 0, data, "quantrac", "secret")) {
            assertThatThrownBy(() -> client(broker.port()).connect()).hasMessageContaining("BAD_USER_NAME_OR_PASSWORD");
            assertThatThrownBy(() -> signedIn(broker.port(), "quantrac", "wrong"))
                    .hasMessageContaining("BAD_USER_NAME_OR_PASSWORD");
            assertThatThrownBy(() -> signedIn(broker.port(), "other", "secret"))
                    .hasMessageContaining("BAD_USER_NAME_OR_PASSWORD");
        }
    }

    @Test
    void a_client_of_mqtt_3_hears_what_a_client_of_mqtt_5_says() throws Exception {
        try (Broker broker = Broker.start("localhost", 0, data, "quantrac", "secret")) {
            Mqtt3BlockingClient listener = MqttClient.builder()
                    .useMqttVersion3()
                    .serverPort(broker.port())
                    .simpleAuth()
                    .username("quantrac")
                    .password("secret".getBytes())
                    .applySimpleAuth()
                    .buildBlocking();
            listener.connect();
            try (var messages = listener.publishes(MqttGlobalPublishFilter.ALL)) {
                listener.subscribeWith()
                        .topicFilter("quantrac/v1/#")
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .send();
                publishRetained(broker.port(), "said");
                var message = messages.receive(10, TimeUnit.SECONDS).orElseThrow();
                assertThat(new String(message.getPayloadAsBytes())).isEqualTo("said");
                assertThat(message.getTopic()).hasToString(TOPIC);
            }
            listener.disconnect();
        }
    }

    private Process brokerProcess(int port) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                BrokerMain.class.getName());
        builder.environment()
                .putAll(Map.of(
                        "QUANTRAC_MQTT_PORT",
                        Integer.toString(port),
                        "QUANTRAC_MQTT_DATA",
                        data.toString(),
                        "QUANTRAC_MQTT_USER",
                        "quantrac",
                        "QUANTRAC_MQTT_PASSWORD",
                        "secret"));
        Process process = builder.redirectError(ProcessBuilder.Redirect.appendTo(errors().toFile()))
                .start();
        processes.add(process);
        BufferedReader output = new BufferedReader(new InputStreamReader(process.getInputStream()));
        assertThat(output.readLine()).isEqualTo("MQTT broker listens on port " + port);
        return process;
    }

    private Path errors() {
        return logs.resolve("errors");
    }

    private static void publishRetained(int port, String payload) {
        Mqtt5BlockingClient publisher = signedIn(port, "quantrac", "secret");
        publisher
                .publishWith()
                .topic(TOPIC)
                .qos(MqttQos.AT_LEAST_ONCE)
                .retain(true)
                .payload(payload.getBytes())
                .send();
        publisher.disconnect();
    }

    private static String retained(int port) {
        Mqtt5BlockingClient subscriber = signedIn(port, "quantrac", "secret");
        try (var messages = subscriber.publishes(MqttGlobalPublishFilter.ALL)) {
            subscriber.subscribeWith().topicFilter("quantrac/v1/registry/#").send();
            return new String(
                    messages.receive(10, TimeUnit.SECONDS).orElseThrow().getPayloadAsBytes());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            subscriber.disconnect();
        }
    }

    private static Mqtt5BlockingClient signedIn(int port, String user, String password) {
        Mqtt5BlockingClient client = client(port);
        client.connectWith()
                .simpleAuth()
                .username(user)
                .password(password.getBytes())
                .applySimpleAuth()
                .send();
        return client;
    }

    private static Mqtt5BlockingClient client(int port) {
        return MqttClient.builder().useMqttVersion5().serverPort(port).buildBlocking();
    }
}
