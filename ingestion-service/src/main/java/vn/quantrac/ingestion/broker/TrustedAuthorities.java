package vn.quantrac.ingestion.broker;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.TrustManagerFactory;

/** Who may sign the certificate of a broker. */
final class TrustedAuthorities {
    private TrustedAuthorities() {}

    /** The certificates of a PEM file, and nobody else. */
    static TrustManagerFactory in(Path pem) {
        try (InputStream certificates = Files.newInputStream(pem)) {
            KeyStore authorities = KeyStore.getInstance(KeyStore.getDefaultType());
            authorities.load(null, null);
            int number = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(certificates)) {
                authorities.setCertificateEntry("authority-" + number++, certificate);
            }
            if (number == 0) {
                throw new KeyStoreException("the file is empty");
            }
            TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trusted.init(authorities);
            return trusted;
        } catch (IOException e) {
            throw new UncheckedIOException("The authorities of the outside broker cannot be read from " + pem, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No certificates in " + pem + ": " + e.getMessage(), e);
        }
    }
}
