package vn.quantrac.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.quantrac.embedded.Ports;

/** The services behind the gateway: real HTTP servers that echo, one that is down and one that never answers. */
public final class ServicesTestResource implements QuarkusTestResourceLifecycleManager {
    private EchoService echo;
    private RestartingService restarting;
    private ImpatientService refusing;
    private ImpatientService breaking;
    private ServerSocket silent;

    @Override
    public Map<String, String> start() {
        echo = EchoService.start();
        Map<String, String> configuration = new HashMap<>();
        for (String service : List.of("REGISTRY", "INGESTION", "COMPLIANCE", "PUBLICATION")) {
            configuration.put("QUANTRAC_" + service + "_URL", echo.url());
        }
        try {
            silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        configuration.putAll(route("down", Ports.free()));
        restarting = RestartingService.start();
        configuration.putAll(route("restarting", restarting.port()));
        configuration.putAll(route("bulk", echo.port()));
        refusing = ImpatientService.start(
                "HTTP/1.1 413 Content Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        configuration.putAll(route("refusing", refusing.port()));
        breaking = ImpatientService.start("");
        configuration.putAll(route("breaking", breaking.port()));
        configuration.putAll(route("silent", silent.getLocalPort()));
        configuration.put("gateway.silence-timeout", "3s");
        configuration.put("gateway.quota.per-second", "50");
        configuration.put("gateway.quota.burst-seconds", "10");
        configuration.put("QUANTRAC_MAX_BODY", "900M");
        return configuration;
    }

    private static Map<String, String> route(String name, int port) {
        String prefix = "gateway.routes." + name + ".";
        return Map.of(
                prefix + "path",
                "/api/" + name,
                prefix + "upstream",
                "http://localhost:" + port,
                prefix + "read",
                "operator",
                prefix + "write",
                "operator");
    }

    @Override
    public void stop() {
        echo.close();
        restarting.close();
        refusing.close();
        breaking.close();
        try {
            silent.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
