package vn.quantrac.local.launch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import vn.quantrac.local.CannotRunException;

/**
 * Picks ports that nobody listens on, none of them twice. They lie below those that systems take for outgoing
 * connections, so that a service that is started again finds its own still free.
 */
final class Ports {
    private static final int FIRST = 20_000;
    private static final int LAST = 32_000;
    private static final int TRIES = 1_000;

    private final Set<Integer> taken = new HashSet<>();

    int free() {
        return freeRange(1);
    }

    /** The wanted port if it is free, otherwise another. */
    int freeNear(int wanted) {
        return freeRange(wanted, 1);
    }

    /** The first of so many free ports in a row, from the wanted one on if possible. */
    int freeRange(int wanted, int size) {
        return take(wanted, size) ? wanted : freeRange(size);
    }

    private int freeRange(int size) {
        for (int tries = 0; tries < TRIES; tries++) {
            int first = ThreadLocalRandom.current().nextInt(FIRST, LAST - size);
            if (take(first, size)) {
                return first;
            }
        }
        throw new CannotRunException("no free ports between " + FIRST + " and " + LAST + ".");
    }

    private boolean take(int first, int size) {
        Set<Integer> range = new HashSet<>();
        IntStream.range(first, first + size).forEach(range::add);
        if (range.stream().anyMatch(port -> taken.contains(port) || !isFree(port))) {
            return false;
        }
        return taken.addAll(range);
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
