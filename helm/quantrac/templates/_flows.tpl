{{/* Who may connect to whom, and on which port: said once, used by every NetworkPolicy. */}}
{{- define "quantrac.flows" -}}
station-registry: [postgresql, broker, keycloak]
ingestion-service: [postgresql, broker, keycloak, station-registry]
compliance-service: [postgresql, broker, keycloak, station-registry, ingestion-service]
publication-service: [postgresql, broker, keycloak, station-registry, ingestion-service, compliance-service]
gateway: [keycloak, station-registry, ingestion-service, compliance-service, publication-service]
keycloak: [postgresql]
databases: [postgresql]
test: [gateway]
{{- end }}

{{/* The port of a component inside the cluster. Arguments: root, component. */}}
{{- define "quantrac.port" -}}
{{- if eq .component "postgresql" -}}5432
{{- else if eq .component "broker" -}}1883
{{- else -}}8080
{{- end -}}
{{- end }}

{{/* Host and port of what may be bundled or external. Arguments: root, component. */}}
{{- define "quantrac.hostOf" -}}
{{- $values := index .root.Values .component -}}
{{- if eq $values.mode "bundled" -}}
{{ include "quantrac.fullname" .root }}-{{ .component }}
{{- else -}}
{{ required (printf "%s.external.host is needed when %s.mode is external" .component .component) $values.external.host }}
{{- end -}}
{{- end }}

{{- define "quantrac.portOf" -}}
{{- $values := index .root.Values .component -}}
{{- if eq $values.mode "bundled" -}}{{ include "quantrac.port" . }}{{- else -}}{{ $values.external.port }}{{- end -}}
{{- end }}

{{/* What MQTT may come over beside plain TCP: name, port outside, port of the container, and the variable that opens it. */}}
{{- define "quantrac.mqttPorts" -}}
{{- $mqtt := .Values.loggers.mqtt -}}
{{- if $mqtt.tlsPort }}
- {name: mqtt-tls, port: {{ $mqtt.tlsPort }}, inside: 8883, variable: QUANTRAC_MQTT_DOOR_TLS_PORT}
{{- end }}
{{- if $mqtt.webSocketPort }}
- {name: mqtt-ws, port: {{ $mqtt.webSocketPort }}, inside: 8083, variable: QUANTRAC_MQTT_DOOR_WS_PORT}
{{- end }}
{{- if $mqtt.webSocketTlsPort }}
- {name: mqtt-wss, port: {{ $mqtt.webSocketTlsPort }}, inside: 8084, variable: QUANTRAC_MQTT_DOOR_WSS_PORT}
{{- end }}
{{- end }}

{{- define "quantrac.oidcIssuer" -}}
{{- if eq .Values.keycloak.mode "bundled" -}}
{{ .Values.publicUrl }}/auth/realms/quantrac
{{- else -}}
{{ required "keycloak.external.issuer is needed when keycloak.mode is external" .Values.keycloak.external.issuer }}
{{- end -}}
{{- end }}

{{- define "quantrac.oidcUrl" -}}
{{- if eq .Values.keycloak.mode "bundled" -}}
http://{{ include "quantrac.fullname" . }}-keycloak:8080/auth/realms/quantrac
{{- else -}}
{{ .Values.keycloak.external.url | default (include "quantrac.oidcIssuer" .) }}
{{- end -}}
{{- end }}

{{/* What one component may receive and send. Arguments: root, component, open (optional: ports open to everybody). */}}
{{- define "quantrac.networkPolicy" -}}
{{- if .root.Values.networkPolicy.enabled }}
{{- $root := .root }}
{{- $component := .component }}
{{- $flows := include "quantrac.flows" .root | fromYaml }}
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {{- include "quantrac.metadata" . | nindent 2 }}
spec:
  podSelector:
    matchLabels: {{- include "quantrac.selector" . | nindent 6 }}
  policyTypes: [Ingress, Egress]
  ingress:
    {{- $callers := list }}
    {{- range $caller, $called := $flows }}
    {{- if has $component $called }}{{ $callers = append $callers $caller }}{{ end }}
    {{- end }}
    {{- if $callers }}
    - from:
        {{- range $callers }}
        - podSelector:
            matchLabels: {{- include "quantrac.selector" (dict "root" $root "component" .) | nindent 14 }}
        {{- end }}
      ports:
        - port: {{ include "quantrac.port" . }}
    {{- end }}
    {{- if eq $component "gateway" }}
    - ports:
        - port: 8080
      {{- with $root.Values.networkPolicy.gatewayFrom }}
      from: {{- toYaml . | nindent 8 }}
      {{- end }}
    {{- end }}
    {{- with .open }}
    - ports: {{- toYaml . | nindent 8 }}
    {{- end }}
    {{- if or (hasKey $root.Values.services $component) (eq $component "keycloak") }}
    {{- with $root.Values.networkPolicy.metricsFrom }}
    - from: {{- toYaml . | nindent 8 }}
      ports:
        - port: 9000
    {{- end }}
    {{- end }}
  egress:
    - ports:
        - port: 53
          protocol: UDP
        - port: 53
          protocol: TCP
    {{- if and (eq $component "ingestion-service") $root.Values.outsideBroker.url }}
    - ports:
        - port: {{ include "quantrac.urlPort" $root.Values.outsideBroker.url }}
    {{- end }}
    {{- range index $flows $component }}
    {{- $called := . }}
    {{- $values := index $root.Values . | default dict }}
    {{- if eq ($values.mode | default "bundled") "bundled" }}
    - to:
        - podSelector:
            matchLabels: {{- include "quantrac.selector" (dict "root" $root "component" .) | nindent 14 }}
      ports:
        - port: {{ include "quantrac.port" (dict "root" $root "component" .) }}
    {{- else if eq . "keycloak" }}
    - ports:
        - port: {{ include "quantrac.urlPort" (include "quantrac.oidcUrl" $root) }}
    {{- else }}
    - ports:
        - port: {{ include "quantrac.portOf" (dict "root" $root "component" .) }}
    {{- end }}
    {{- end }}
{{- end }}
{{- end }}

{{- define "quantrac.urlPort" -}}
{{- $url := urlParse . -}}
{{- $parts := splitList ":" $url.host -}}
{{- if gt (len $parts) 1 -}}{{ last $parts }}{{- else if eq $url.scheme "https" -}}443{{- else -}}80{{- end -}}
{{- end }}
