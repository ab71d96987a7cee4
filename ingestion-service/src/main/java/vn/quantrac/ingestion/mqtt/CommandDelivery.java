package vn.quantrac.ingestion.mqtt;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import vn.quantrac.ingestion.command.Commands;
import vn.quantrac.ingestion.command.Delivery;

/** Brings commands from the table to the loggers that are connected here and listen, and their answers back. */
@ApplicationScoped
class CommandDelivery {
    private static final Logger LOG = Logger.getLogger(CommandDelivery.class);

    private final Vertx vertx;
    private final Commands commands;
    private final AtomicBoolean looking = new AtomicBoolean();

    CommandDelivery(Vertx vertx, Commands commands) {
        this.vertx = vertx;
        this.commands = commands;
    }

    /** Looks for commands of those who can hear one now, and says them. */
    void deliver(Collection<MqttConnection> connections) {
        Map<String, MqttConnection> listeners = new HashMap<>();
        connections.stream()
                .filter(MqttConnection::hearsCommands)
                .forEach(connection -> listeners.put(connection.signedIn().station(), connection));
        if (!listeners.isEmpty() && looking.compareAndSet(false, true)) {
            vertx.executeBlocking(() -> commands.claim(listeners.keySet()), false)
                    .onSuccess(claimed -> claimed.forEach(
                            command -> listeners.get(command.station()).say(command)))
                    .onFailure(failure -> LOG.warnf("No commands are delivered: %s", failure.getMessage()))
                    .onComplete(done -> looking.set(false));
        }
    }

    /** The logger has it. */
    void delivered(Delivery command) {
        write(() -> commands.delivered(command.id()));
    }

    /** The logger has it and will not do it, for a reason that MQTT 5 has a code for. */
    void refused(Delivery command, String reason) {
        byte[] result = ("{\"refused\":\"" + reason + "\"}").getBytes(StandardCharsets.UTF_8);
        write(() -> commands.answered(command.station(), command.id(), result));
    }

    /** The logger has gone before it acknowledged it. */
    void release(Delivery command) {
        write(() -> commands.release(command.id()));
    }

    private void write(Runnable change) {
        vertx.executeBlocking(
                        () -> {
                            change.run();
                            return null;
                        },
                        false)
                .onFailure(failure ->
                        // The claim ends by itself, and the logger knows a command that it hears again.
                        LOG.warnf("What became of a command is not stored: %s", failure.getMessage()));
    }

    /** Whether a logger's answer was stored; not when it answers nothing that it was told. */
    Future<Boolean> answered(String station, UUID command, byte[] result) {
        return result.length > Commands.LONGEST_RESULT
                ? Future.succeededFuture(false)
                : vertx.executeBlocking(() -> commands.answered(station, command, result), false);
    }
}
