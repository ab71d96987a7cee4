package vn.quantrac.ingestion.mqtt;

import io.vertx.mqtt.MqttAuth;
import io.vertx.mqtt.MqttEndpoint;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import vn.quantrac.ingestion.registry.SignedIn;
import vn.quantrac.ingestion.registry.StationSignIn;

/** Who a logger is, by the password that it sends or else by the certificate that its TLS handshake has proved. */
record DoorSignIn(StationSignIn signIn) {
    Optional<SignedIn> of(MqttEndpoint logger) {
        MqttAuth auth = logger.auth();
        if (auth != null && auth.getPassword() != null && !auth.getPassword().isEmpty()) {
            return signIn.bySecret(auth.getUsername(), auth.getPassword());
        }
        String user = auth == null ? null : auth.getUsername();
        return certificate(logger).flatMap(certificate -> signIn.byCertificate(user, certificate));
    }

    private static Optional<X509Certificate> certificate(MqttEndpoint logger) {
        if (!logger.isSsl()) {
            return Optional.empty();
        }
        try {
            Certificate first = logger.sslSession().getPeerCertificates()[0];
            return first instanceof X509Certificate certificate ? Optional.of(certificate) : Optional.empty();
        } catch (SSLPeerUnverifiedException e) {
            return Optional.empty();
        }
    }
}
