package vn.quantrac.ingestion;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.quantrac.feeds.FeedEvent;
import vn.quantrac.feeds.registry.Datastream;
import vn.quantrac.feeds.registry.RegistryMessages;

/** Changes the registry while the service runs. */
@ApplicationScoped
class Registrar {
    private final ObjectMapper json;
    private final URI registry;

    Registrar(ObjectMapper json, @ConfigProperty(name = "QUANTRAC_REGISTRY_URL") URI registry) {
        this.json = json;
        this.registry = registry;
    }

    void say(FeedEvent event) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(registry.resolve("/api/registry/v1/feed"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(event)))
                .build();
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
    }

    void add(Datastream datastream) throws Exception {
        String code = datastream.station() + "/" + datastream.parameter();
        say(RegistryFixture.entry(RegistryMessages.DATASTREAM, code, datastream));
    }
}
