package vn.quantrac.ingestion.mqtt;

import java.security.cert.X509Certificate;
import javax.net.ssl.X509TrustManager;

/**
 * Lets every client certificate through the handshake, in which its private key is proved. Whose it is says the
 * registry, which knows it by its fingerprint, and not who has signed it.
 */
final class AnyClient implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) {
        // Nobody is trusted by this: a certificate that the registry does not know signs nobody in.
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) {
        throw new UnsupportedOperationException("The door connects to nobody");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
