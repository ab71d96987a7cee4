package vn.quantrac.local.bench;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/** QoS 1 intake: one connection a station, ten readings in a message, a bounded number of messages under way. */
final class MqttIntake implements Intake.Way {
    static final int READINGS = 10;
    private static final int UNDER_WAY = 50;

    private final SuiteDoors doors;

    MqttIntake(SuiteDoors doors) {
        this.doors = doors;
    }

    @Override
    public void send(List<Telegram> telegrams) throws Exception {
        Map<BenchStation, Mqtt3AsyncClient> connections = new HashMap<>();
        Map<BenchStation, Semaphore> places = new HashMap<>();
        for (Telegram telegram : telegrams) {
            if (!connections.containsKey(telegram.station())) {
                connections.put(telegram.station(), connect(telegram.station()));
                places.put(telegram.station(), new Semaphore(UNDER_WAY));
            }
        }
        List<CompletableFuture<?>> acknowledged = new ArrayList<>(telegrams.size());
        for (Telegram telegram : telegrams) {
            Semaphore place = places.get(telegram.station());
            place.acquire();
            acknowledged.add(publish(connections.get(telegram.station()), telegram)
                    .whenComplete((done, failure) -> place.release()));
        }
        CompletableFuture.allOf(acknowledged.toArray(CompletableFuture[]::new)).join();
        connections.values().forEach(Mqtt3AsyncClient::disconnect);
    }

    /** Completes with the PUBACK. */
    static CompletableFuture<Mqtt3Publish> publish(Mqtt3AsyncClient connection, Telegram telegram) {
        return connection
                .publishWith()
                .topic("quantrac/v1/stations/" + telegram.station().code() + "/readings")
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(telegram.json())
                .send();
    }

    Mqtt3AsyncClient connect(BenchStation station) {
        Mqtt3AsyncClient client = MqttClient.builder()
                .useMqttVersion3()
                .identifier("bench-" + station.code())
                .serverHost(doors.mqttHost())
                .serverPort(doors.mqttPort())
                .buildAsync();
        client.connectWith()
                .simpleAuth()
                .username(station.code())
                .password(station.secret().getBytes(StandardCharsets.UTF_8))
                .applySimpleAuth()
                .send()
                .join();
        return client;
    }
}
