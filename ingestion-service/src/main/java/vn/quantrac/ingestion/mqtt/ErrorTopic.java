package vn.quantrac.ingestion.mqtt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttEndpoint;
import java.io.UncheckedIOException;
import vn.quantrac.feeds.Topics;
import vn.quantrac.ingestion.telegram.Outcome;

/** Where a logger hears what was refused of its telegrams, at most once. */
record ErrorTopic(MqttEndpoint logger, String name, ObjectMapper json) {
    static ErrorTopic of(MqttEndpoint logger, String station, ObjectMapper json) {
        return new ErrorTopic(logger, Topics.stationErrors(station), json);
    }

    void tell(Outcome outcome) {
        try {
            Buffer message = Buffer.buffer(json.writeValueAsBytes(outcome));
            logger.publish(name, message, MqttQoS.AT_MOST_ONCE, false, false);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
