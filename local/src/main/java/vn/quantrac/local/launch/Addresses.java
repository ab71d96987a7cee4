package vn.quantrac.local.launch;

/**
 * Where the parts beside the services listen on this machine.
 *
 * @param ftpPassive the range for FTP's data connections, such as {@code 2122-2141}
 */
record Addresses(
        int postgres, int broker, int keycloak, int keycloakManagement, int mqttDoor, int ftp, String ftpPassive) {

    private static final int PASSIVE_PORTS = 20;

    static Addresses pick(Ports ports) {
        int mqttDoor = ports.freeNear(1884);
        int ftp = ports.freeNear(2121);
        int passive = ports.freeRange(2122, PASSIVE_PORTS);
        return new Addresses(
                ports.free(),
                ports.free(),
                ports.free(),
                ports.free(),
                mqttDoor,
                ftp,
                passive + "-" + (passive + PASSIVE_PORTS - 1));
    }

    String keycloakUrl() {
        return "http://localhost:" + keycloak + "/auth";
    }
}
