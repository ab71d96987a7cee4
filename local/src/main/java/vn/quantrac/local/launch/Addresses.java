package vn.quantrac.local.launch;

/**
 * Where the parts beside the services listen on this machine.
 *
 * @param ftpPassive the range for FTP's data connections, such as {@code 2122-2141}
 */
record Addresses(
        int postgres,
        int broker,
        int keycloak,
        int keycloakManagement,
        int mqttDoor,
        int ftp,
        String ftpPassive,
        int sftp) {

    private static final int PASSIVE_PORTS = 20;

    /** The doors where loggers look for them, if nobody else is there. */
    static Addresses usual(Ports ports) {
        return of(
                ports,
                ports.freeNear(1884),
                ports.freeNear(2121),
                ports.freeRange(2122, PASSIVE_PORTS),
                ports.freeNear(2222));
    }

    /** All doors anywhere, so that another run on this machine cannot take one while its service is started again. */
    static Addresses free(Ports ports) {
        return of(ports, ports.free(), ports.free(), ports.freeRange(ports.free() + 1, PASSIVE_PORTS), ports.free());
    }

    private static Addresses of(Ports ports, int mqttDoor, int ftp, int passive, int sftp) {
        return new Addresses(
                ports.free(),
                ports.free(),
                ports.free(),
                ports.free(),
                mqttDoor,
                ftp,
                passive + "-" + (passive + PASSIVE_PORTS - 1),
                sftp);
    }

    String keycloakUrl() {
        return "http://localhost:" + keycloak + "/auth";
    }
}
