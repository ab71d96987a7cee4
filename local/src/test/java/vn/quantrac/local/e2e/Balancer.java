package vn.quantrac.local.e2e;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A TCP balancer as stands before replicas: connections in turn, the next one when a replica does not answer. */
final class Balancer implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final NetClient client = vertx.createNetClient();
    private final AtomicInteger turn = new AtomicInteger();
    private final List<Integer> ports;
    private final List<AtomicInteger> connections;
    private final NetServer server;

    Balancer(List<Integer> ports) {
        this.ports = ports;
        this.connections = ports.stream().map(port -> new AtomicInteger()).toList();
        this.server = vertx.createNetServer()
                .connectHandler(logger -> {
                    logger.pause();
                    connect(logger, turn.getAndIncrement(), ports.size());
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private void connect(NetSocket logger, int replica, int tries) {
        int index = Math.floorMod(replica, ports.size());
        client.connect(ports.get(index), "127.0.0.1")
                .onSuccess(door -> {
                    connections.get(index).incrementAndGet();
                    logger.pipeTo(door);
                    door.pipeTo(logger);
                })
                .onFailure(away -> {
                    if (tries > 1) {
                        connect(logger, replica + 1, tries - 1);
                    } else {
                        logger.close();
                    }
                });
    }

    int port() {
        return server.actualPort();
    }

    /** How many connections each replica has had. */
    List<Integer> connections() {
        return connections.stream().map(AtomicInteger::get).toList();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
