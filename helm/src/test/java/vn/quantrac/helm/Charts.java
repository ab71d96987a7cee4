package vn.quantrac.helm;

import java.util.stream.Stream;

/** The ways of installing that must all be sound. */
final class Charts {
    private Charts() {}

    static Stream<Chart> all() {
        return Stream.of(
                Chart.byDefault(),
                Chart.with("external.yaml"),
                Chart.with("production.yaml"),
                Chart.with("k8s.yaml"),
                Chart.byDefault()
                        .set("metrics.serviceMonitor.enabled", true)
                        .set("metrics.prometheusRule.enabled", true)
                        .set("loggers.type", "NodePort")
                        .set("loggers.mqtt.tlsPort", 8883)
                        .set("loggers.mqtt.webSocketPort", 8083)
                        .set("loggers.mqtt.webSocketTlsPort", 8084)
                        .set("loggers.mqtt.certificateSecret", "mqtt-door")
                        .set("ingress.tls.enabled", false)
                        .set("image.pullSecrets[0]", "registry-login"),
                Chart.byDefault()
                        .set("fullnameOverride", "the-longest-name-that-the-schema-allows-")
                        .set("nameOverride", "monitoring")
                        .set("ingress.enabled", false)
                        .set("loggers.enabled", false)
                        .set("networkPolicy.gatewayFrom[0].podSelector.matchLabels.app", "ingress"));
    }

    /** Every object that makes pods, in every way of installing. */
    static Stream<Rendered> workloads() {
        return all().flatMap(chart -> chart.render().stream()).filter(Rendered::hasPod);
    }
}
