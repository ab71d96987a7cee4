package vn.quantrac.registry.credential;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import vn.quantrac.registry.problem.Problems;
import vn.quantrac.registry.repeat.Hashes;

/**
 * The X.509 certificate of a logger. Who has signed it does not matter: it is known by its fingerprint, and that the
 * logger has its key is shown by every TLS handshake.
 *
 * @param sha256 of its DER form, in hexadecimal
 */
record LoggerCertificate(String sha256) {
    private static final int LONGEST = 16_384;

    /** @throws HttpProblem 400 when the text is no certificate in PEM, or one that has expired */
    static LoggerCertificate of(String pem, Instant now) {
        if (pem.length() > LONGEST) {
            throw Problems.bad("certificate", "must be at most " + LONGEST + " characters");
        }
        try {
            X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
            if (!certificate.getNotAfter().toInstant().isAfter(now)) {
                throw Problems.bad(
                        "certificate",
                        "has expired at " + certificate.getNotAfter().toInstant());
            }
            return new LoggerCertificate(Hashes.sha256(certificate.getEncoded()));
        } catch (CertificateException e) {
            throw Problems.bad("certificate", "must be one X.509 certificate in PEM");
        }
    }
}
