package vn.quantrac.local.e2e;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.apache.commons.net.ftp.FTPClient;

/** A way into ingestion. It returns only when the telegram was acknowledged; otherwise it throws. */
@FunctionalInterface
interface Door {
    Duration PATIENCE = Duration.ofSeconds(20);

    void send(Telegram telegram) throws Exception;

    /** As a logger does: again and again until it is acknowledged. */
    default void sendUntilAcknowledged(Telegram telegram) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (true) {
            try {
                send(telegram);
                return;
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception e) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("Not acknowledged for 5 minutes", e);
                }
                Thread.sleep(300);
            }
        }
    }

    static Door https(String gateway, String station, String secret) {
        HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        String basic = Base64.getEncoder().encodeToString((station + ":" + secret).getBytes(StandardCharsets.UTF_8));
        URI address = URI.create(gateway + "/api/ingestion/v1/stations/" + station + "/telegrams");
        return telegram -> {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(address)
                            .header("Authorization", "Basic " + basic)
                            .header("Content-Type", "application/json")
                            .timeout(PATIENCE)
                            .POST(HttpRequest.BodyPublishers.ofString(telegram.json()))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException("HTTP " + answer.statusCode() + " " + answer.body());
            }
        };
    }

    static Door mqtt(int port, String station, String secret) {
        return telegram -> {
            Mqtt5BlockingClient client = MqttClient.builder()
                    .useMqttVersion5()
                    .serverHost("127.0.0.1")
                    .serverPort(port)
                    .identifier(station + "-" + Thread.currentThread().getId())
                    .buildBlocking();
            client.connectWith()
                    .simpleAuth()
                    .username(station)
                    .password(secret.getBytes(StandardCharsets.UTF_8))
                    .applySimpleAuth()
                    .send();
            try {
                client.toAsync()
                        .publishWith()
                        .topic("quantrac/v1/stations/" + station + "/readings")
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .payload(telegram.json().getBytes(StandardCharsets.UTF_8))
                        .send()
                        .get(PATIENCE.toSeconds(), java.util.concurrent.TimeUnit.SECONDS)
                        .getError()
                        .ifPresent(error -> {
                            throw new IllegalStateException(error);
                        });
            } finally {
                client.toAsync().disconnect();
            }
        };
    }

    static Door ftp(int port, String station, String secret) {
        return telegram -> {
            FTPClient client = new FTPClient();
            client.setConnectTimeout((int) PATIENCE.toMillis());
            client.setDefaultTimeout((int) PATIENCE.toMillis());
            client.setDataTimeout(PATIENCE);
            client.connect("127.0.0.1", port);
            try {
                client.enterLocalPassiveMode();
                byte[] content = telegram.tt10().getBytes(StandardCharsets.UTF_8);
                if (!client.login(station, secret)
                        || !client.setFileType(FTPClient.BINARY_FILE_TYPE)
                        || !client.storeFile(telegram.fileName(), new ByteArrayInputStream(content))) {
                    throw new IOException(client.getReplyString());
                }
            } finally {
                client.disconnect();
            }
        };
    }
}
