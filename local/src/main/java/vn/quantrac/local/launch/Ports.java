package vn.quantrac.local.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;

/** Picks ports that nobody listens on, none of them twice. */
final class Ports {
    private final Set<Integer> taken = new HashSet<>();

    int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return taken.add(socket.getLocalPort()) ? socket.getLocalPort() : free();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The wanted port if it is free, otherwise another. */
    int freeNear(int wanted) {
        return isFree(wanted) && taken.add(wanted) ? wanted : free();
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
