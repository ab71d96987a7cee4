package vn.quantrac.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A service that reads the beginning of a body, says its answer, if it has one, and closes the connection. */
final class ImpatientService implements AutoCloseable {
    private static final int PATIENCE_BYTES = 128 * 1024;

    private final ServerSocket server;
    private final byte[] answer;

    private ImpatientService(ServerSocket server, String answer) {
        this.server = server;
        this.answer = answer.getBytes(StandardCharsets.US_ASCII);
    }

    static ImpatientService start(String answer) {
        try {
            ImpatientService service =
                    new ImpatientService(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), answer);
            Thread thread = new Thread(service::serve, "impatient-service");
            thread.setDaemon(true);
            thread.start();
            return service;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getLocalPort();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                InputStream body = socket.getInputStream();
                body.readNBytes(PATIENCE_BYTES);
                socket.getOutputStream().write(answer);
            } catch (IOException closed) {
                Thread.yield();
            }
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
