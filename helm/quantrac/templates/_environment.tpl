{{/* The environment of a service: everything it can be told, nothing it does not read. Arguments: root, component. */}}
{{- define "quantrac.environment" -}}
{{- $root := .root }}
{{- $component := .component }}
{{- $calls := index (include "quantrac.flows" .root | fromYaml) .component }}
- name: QUARKUS_HTTP_PORT
  value: "8080"
- name: QUARKUS_MANAGEMENT_PORT
  value: "9000"
- name: QUANTRAC_OIDC_URL
  value: {{ include "quantrac.oidcUrl" $root | quote }}
- name: QUANTRAC_OIDC_ISSUER
  value: {{ include "quantrac.oidcIssuer" $root | quote }}
{{- if eq .component "gateway" }}
{{- if eq $root.Values.keycloak.mode "bundled" }}
- name: QUANTRAC_KEYCLOAK_URL
  value: http://{{ include "quantrac.fullname" $root }}-keycloak:8080
{{- end }}
{{- include "quantrac.gatewayEnvironment" . }}
{{- else }}
{{- include "quantrac.databaseEnvironment" . }}
{{- include "quantrac.brokerEnvironment" . }}
{{- end }}
{{- if hasKey $root.Values.secrets (printf "client-%s" .component) }}
- name: QUANTRAC_OIDC_CLIENT_ID
  value: {{ .component }}
{{ include "quantrac.secretEnv" (dict "root" $root "credential" (printf "client-%s" .component) "variable" "QUANTRAC_OIDC_CLIENT_SECRET") }}
- name: QUANTRAC_FEED_POLL
  value: {{ $root.Values.feedPoll | quote }}
{{- end }}
{{- range $calls }}
{{- if hasKey $root.Values.services . }}
- name: QUANTRAC_{{ . | trimPrefix "station-" | trimSuffix "-service" | upper }}_URL
  value: http://{{ include "quantrac.fullname" $root }}-{{ . }}:8080
{{- end }}
{{- end }}
{{- if eq .component "ingestion-service" }}
{{- include "quantrac.doorEnvironment" . }}
{{- end }}
{{- if eq .component "ingestion-service" }}
{{- include "quantrac.outsideBrokerEnvironment" . }}
{{- end }}
{{- if eq .component "publication-service" }}
{{- include "quantrac.portalEnvironment" . }}
{{- end }}
{{- end }}

{{/* Whose X-Forwarded-For is believed. Where every pod may connect, every pod of a private network could forge it. */}}
{{- define "quantrac.trustedProxies" -}}
{{- if .Values.ingress.enabled -}}
{{- if .Values.ingress.trustedProxies -}}
{{ join "," .Values.ingress.trustedProxies }}
{{- else if and .Values.networkPolicy.enabled .Values.networkPolicy.gatewayFrom -}}
10.0.0.0/8,172.16.0.0/12,192.168.0.0/16
{{- end -}}
{{- end -}}
{{- end }}

{{- define "quantrac.gatewayEnvironment" }}
- name: QUANTRAC_PUBLIC_URL
  value: {{ .root.Values.publicUrl | quote }}
{{- with include "quantrac.trustedProxies" .root }}
- name: QUANTRAC_BEHIND_PROXY
  value: "true"
- name: QUANTRAC_TRUSTED_PROXIES
  value: {{ . | quote }}
{{- end }}
{{- with .root.Values.portal.tiles.url }}
{{- $tiles := urlParse . }}
- name: QUANTRAC_TILE_ORIGINS
  value: {{ printf "%s://%s" $tiles.scheme $tiles.host | quote }}
{{- end }}
{{- end }}

{{- define "quantrac.portalEnvironment" }}
{{- $portal := .root.Values.portal }}
{{- $settings := dict "CENTRE_NAME_VI" $portal.centreName.vi "CENTRE_NAME_EN" $portal.centreName.en "TILE_URL" $portal.tiles.url "TILE_ATTRIBUTION" $portal.tiles.attribution }}
{{- range $name, $value := $settings }}
{{- with $value }}
- name: QUANTRAC_{{ $name }}
  value: {{ . | quote }}
{{- end }}
{{- end }}
{{- end }}

{{- define "quantrac.databaseEnvironment" }}
- name: QUANTRAC_DB_HOST
  value: {{ include "quantrac.hostOf" (dict "root" .root "component" "postgresql") | quote }}
- name: QUANTRAC_DB_PORT
  value: {{ include "quantrac.portOf" (dict "root" .root "component" "postgresql") | quote }}
- name: QUANTRAC_DB_NAME
  value: {{ index .root.Values.postgresql.databases .component | quote }}
- name: QUANTRAC_DB_USER
  value: {{ index .root.Values.postgresql.databases .component | quote }}
{{ include "quantrac.secretEnv" (dict "root" .root "credential" (printf "database-%s" .component) "variable" "QUANTRAC_DB_PASSWORD") }}
{{- end }}

{{- define "quantrac.brokerEnvironment" }}
- name: QUANTRAC_MQTT_HOST
  value: {{ include "quantrac.hostOf" (dict "root" .root "component" "broker") | quote }}
- name: QUANTRAC_MQTT_PORT
  value: {{ include "quantrac.portOf" (dict "root" .root "component" "broker") | quote }}
- name: QUANTRAC_MQTT_USER
  value: {{ .root.Values.broker.user | quote }}
{{ include "quantrac.secretEnv" (dict "root" .root "credential" "broker" "variable" "QUANTRAC_MQTT_PASSWORD") }}
{{- end }}

{{- define "quantrac.outsideBrokerEnvironment" }}
{{- $outside := .root.Values.outsideBroker }}
{{- with $outside.url }}
- name: QUANTRAC_OUTSIDE_BROKER_URL
  value: {{ . | quote }}
{{- with $outside.user }}
- name: QUANTRAC_OUTSIDE_BROKER_USER
  value: {{ . | quote }}
{{ include "quantrac.secretEnv" (dict "root" $.root "credential" "outside-broker" "variable" "QUANTRAC_OUTSIDE_BROKER_PASSWORD") }}
{{- end }}
{{- if $outside.caSecret }}
- name: QUANTRAC_OUTSIDE_BROKER_CA
  value: /etc/quantrac/outside-broker/ca.crt
{{- end }}
- name: QUANTRAC_OUTSIDE_BROKER_FILTER
  value: {{ $outside.filter | quote }}
- name: QUANTRAC_OUTSIDE_BROKER_STATION_LEVEL
  value: {{ $outside.stationLevel | quote }}
{{- end }}
{{- end }}

{{- define "quantrac.doorEnvironment" }}
{{- $ftp := .root.Values.loggers.ftp }}
- name: QUANTRAC_MQTT_DOOR_PORT
  value: "1884"
{{- range (include "quantrac.mqttPorts" .root | fromYamlArray) }}
- name: {{ .variable }}
  value: {{ .inside | quote }}
{{- end }}
{{- if .root.Values.loggers.mqtt.certificateSecret }}
- name: QUANTRAC_MQTT_DOOR_CERTIFICATE
  value: /etc/quantrac/mqtt/tls.crt
- name: QUANTRAC_MQTT_DOOR_KEY
  value: /etc/quantrac/mqtt/tls.key
{{- end }}
- name: QUANTRAC_FTP_PORT
  value: "2121"
- name: QUANTRAC_SFTP_PORT
  value: "2222"
{{ include "quantrac.secretEnv" (dict "root" .root "credential" "sftp-host-key" "variable" "QUANTRAC_SFTP_HOST_KEY") }}
- name: QUANTRAC_FTP_PASSIVE_PORTS
  value: "{{ $ftp.passiveFrom }}-{{ $ftp.passiveTo }}"
{{- with $ftp.externalAddress }}
- name: QUANTRAC_FTP_EXTERNAL_ADDRESS
  value: {{ . | quote }}
{{- end }}
{{- end }}
