package vn.quantrac.helm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;

/** Refuses an object with a field that its kind does not have, lacks, or has with another type. */
final class KubernetesSchema {
    private static final Map<String, String> PREFIXES = Map.of(
            "v1", "V1",
            "apps/v1", "V1",
            "batch/v1", "V1",
            "policy/v1", "V1",
            "networking.k8s.io/v1", "V1",
            "autoscaling/v2", "V2");
    private static final Map<String, Class<?>> PROMETHEUS_KINDS =
            Map.of("ServiceMonitor", ServiceMonitor.class, "PrometheusRule", PrometheusRule.class);
    private static final ObjectMapper STRICT = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .setAnnotationIntrospector(new NoAnySetters());

    private KubernetesSchema() {}

    static void check(Rendered object) {
        String apiVersion = object.json().path("apiVersion").asText();
        try {
            if ("monitoring.coreos.com/v1".equals(apiVersion)) {
                STRICT.treeToValue(object.json(), PROMETHEUS_KINDS.get(object.kind()));
            } else {
                checkCore(apiVersion, object);
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(object + ": " + e.getMessage(), e);
        }
    }

    private static void checkCore(String apiVersion, Rendered object) {
        if (!PREFIXES.containsKey(apiVersion)) {
            throw new IllegalArgumentException(object + ": unknown apiVersion " + apiVersion);
        }
        try {
            Class.forName("io.kubernetes.client.openapi.models." + PREFIXES.get(apiVersion) + object.kind())
                    .getMethod("fromJson", String.class)
                    .invoke(null, object.json().toString());
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(object + ": " + e.getCause().getMessage(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(object + " is of no known kind", e);
        }
    }

    /** The model keeps unknown fields for later; here they must be errors. */
    private static final class NoAnySetters extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return Boolean.FALSE;
        }

        @Override
        public Boolean hasAnyGetter(Annotated annotated) {
            return Boolean.FALSE;
        }
    }
}
