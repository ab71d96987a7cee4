package vn.quantrac.local.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void no_port_is_picked_twice_and_none_that_outgoing_connections_take() {
        Ports ports = new Ports();
        Set<Integer> picked = new HashSet<>();
        for (int n = 0; n < 200; n++) {
            int port = ports.free();
            assertThat(picked.add(port)).isTrue();
            assertThat(port).isBetween(20_000, 32_000);
            assertThat(Ports.isFree(port)).isTrue();
        }
    }

    @Test
    void the_wanted_port_is_taken_when_free_and_once() throws Exception {
        int wanted = new Ports().free();
        Ports ports = new Ports();
        assertThat(ports.freeNear(wanted)).isEqualTo(wanted);
        assertThat(ports.freeNear(wanted)).isNotEqualTo(wanted);

        try (ServerSocket listening = new ServerSocket(0)) {
            assertThat(Ports.isFree(listening.getLocalPort())).isFalse();
            assertThat(new Ports().freeNear(listening.getLocalPort())).isNotEqualTo(listening.getLocalPort());
        }
    }

    @Test
    void a_range_is_free_from_end_to_end() {
        Ports ports = new Ports();
        int wanted = new Ports().freeRange(20_000, 20);
        int first = ports.freeRange(wanted, 20);
        for (int port = first; port < first + 20; port++) {
            assertThat(Ports.isFree(port)).isTrue();
            assertThat(ports.freeNear(port)).isNotEqualTo(port);
        }
        assertThat(ports.freeRange(first + 10, 20)).as("overlapping").isNotEqualTo(first + 10);
    }

    @Test
    void the_addresses_of_a_suite_do_not_collide() {
        Addresses addresses = Addresses.usual(new Ports());
        String[] passive = addresses.ftpPassive().split("-");
        int first = Integer.parseInt(passive[0]);
        int last = Integer.parseInt(passive[1]);
        assertThat(last - first).isEqualTo(19);
        assertThat(List.of(
                        addresses.postgres(),
                        addresses.broker(),
                        addresses.keycloak(),
                        addresses.keycloakManagement(),
                        addresses.mqttDoor(),
                        addresses.ftp(),
                        addresses.sftp()))
                .doesNotHaveDuplicates()
                .noneMatch(port -> port >= first && port <= last);
    }
}
