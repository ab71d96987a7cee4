package vn.quantrac.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A service that ends every other connection instead of answering, as one does that is being restarted. */
final class RestartingService implements AutoCloseable {
    private final ServerSocket server;

    private RestartingService(ServerSocket server) {
        this.server = server;
    }

    static RestartingService start() {
        try {
            RestartingService service =
                    new RestartingService(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            Thread thread = new Thread(service::serve, "restarting-service");
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
        for (boolean answers = false; !server.isClosed(); answers = !answers) {
            try (Socket socket = server.accept()) {
                readHead(socket);
                if (answers) {
                    socket.getOutputStream()
                            .write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok"
                                    .getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException closed) {
                Thread.yield();
            }
        }
    }

    private static void readHead(Socket socket) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(socket.getInputStream()));
        String line = reader.readLine();
        while (line != null && !line.isEmpty()) {
            line = reader.readLine();
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
