{{/* Everything one of the five services needs. Arguments: root, component. */}}
{{- define "quantrac.service" -}}
{{- $root := .root }}
{{- $component := .component }}
{{- $values := mergeOverwrite (deepCopy $root.Values.serviceDefaults) (index $root.Values.services $component) }}
{{- $image := printf "%s/%s:%s" $root.Values.image.registry $component ($root.Values.image.tag | default $root.Chart.AppVersion) }}
{{- $outside := ternary $root.Values.outsideBroker (dict "url" "" "caSecret" "") (eq $component "ingestion-service") }}
{{- $authorities := ternary $outside.caSecret "" (ne $outside.url "") }}
{{- include "quantrac.serviceAccount" . }}
---
apiVersion: apps/v1
kind: Deployment
metadata: {{- include "quantrac.metadata" . | nindent 2 }}
spec:
  {{- if not $values.autoscaling.enabled }}
  replicas: {{ $values.replicas }}
  {{- end }}
  revisionHistoryLimit: 3
  strategy:
    type: RollingUpdate
    rollingUpdate:
      maxSurge: 1
      maxUnavailable: 0
  selector:
    matchLabels: {{- include "quantrac.selector" . | nindent 6 }}
  template:
    metadata:
      labels: {{- include "quantrac.labels" . | nindent 8 }}
      {{- with $values.podAnnotations }}
      annotations: {{- toYaml . | nindent 8 }}
      {{- end }}
    spec:
      {{- include "quantrac.podBasics" (dict "root" $root "component" $component "user" 10001) | nindent 6 }}
      terminationGracePeriodSeconds: {{ $values.terminationGracePeriodSeconds }}
      containers:
        - name: {{ $component }}
          image: {{ $image }}
          imagePullPolicy: {{ $root.Values.image.pullPolicy }}
          securityContext: {{- include "quantrac.securityContext" . | nindent 12 }}
          env:
            {{- include "quantrac.environment" . | trim | nindent 12 }}
            - name: QUARKUS_LOG_LEVEL
              value: {{ $values.logLevel }}
            - name: QUARKUS_SHUTDOWN_TIMEOUT
              value: 10s
            {{- if ne $component "gateway" }}
            # PostgreSQL may start later than the service; Flyway waits for it instead of failing.
            - name: QUARKUS_FLYWAY_CONNECT_RETRIES
              value: "60"
            {{- end }}
            - name: JDK_JAVA_OPTIONS
              value: {{ $values.javaOptions | quote }}
            {{- with $values.extraEnv }}
            {{- toYaml . | nindent 12 }}
            {{- end }}
          ports:
            - name: http
              containerPort: 8080
            - name: management
              containerPort: 9000
            {{- if eq $component "ingestion-service" }}
            - name: mqtt
              containerPort: 1884
            {{- range (include "quantrac.mqttPorts" $root | fromYamlArray) }}
            - name: {{ .name }}
              containerPort: {{ .inside }}
            {{- end }}
            - name: ftp
              containerPort: 2121
            - name: sftp
              containerPort: 2222
            {{- end }}
          startupProbe:
            httpGet: {path: /q/health/started, port: management}
            periodSeconds: 2
            timeoutSeconds: 2
            failureThreshold: 150
          livenessProbe:
            httpGet: {path: /q/health/live, port: management}
            periodSeconds: 10
            timeoutSeconds: 5
            failureThreshold: 6
          readinessProbe:
            httpGet: {path: /q/health/ready, port: management}
            periodSeconds: 5
            timeoutSeconds: 5
            failureThreshold: 3
          resources: {{- toYaml $values.resources | nindent 12 }}
          volumeMounts:
            - name: tmp
              mountPath: /tmp
            {{- if $authorities }}
            - name: outside-broker
              mountPath: /etc/quantrac/outside-broker
              readOnly: true
            {{- end }}
            {{- if and (eq $component "ingestion-service") $root.Values.loggers.mqtt.certificateSecret }}
            - name: mqtt-certificate
              mountPath: /etc/quantrac/mqtt
              readOnly: true
            {{- end }}
      volumes:
        - name: tmp
          emptyDir:
            sizeLimit: {{ $values.temporaryStorage }}
        {{- with $authorities }}
        - name: outside-broker
          secret:
            secretName: {{ . }}
            items:
              - {key: ca.crt, path: ca.crt}
        {{- end }}
        {{- if and (eq $component "ingestion-service") $root.Values.loggers.mqtt.certificateSecret }}
        - name: mqtt-certificate
          secret:
            secretName: {{ $root.Values.loggers.mqtt.certificateSecret }}
        {{- end }}
      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: kubernetes.io/hostname
          whenUnsatisfiable: ScheduleAnyway
          labelSelector:
            matchLabels: {{- include "quantrac.selector" . | nindent 14 }}
      {{- with $values.nodeSelector }}
      nodeSelector: {{- toYaml . | nindent 8 }}
      {{- end }}
      {{- with $values.tolerations }}
      tolerations: {{- toYaml . | nindent 8 }}
      {{- end }}
      {{- with $values.affinity }}
      affinity: {{- toYaml . | nindent 8 }}
      {{- end }}
---
apiVersion: v1
kind: Service
metadata: {{- include "quantrac.metadata" . | nindent 2 }}
spec:
  selector: {{- include "quantrac.selector" . | nindent 4 }}
  ports:
    - name: http
      port: 8080
      targetPort: http
    - name: management
      port: 9000
      targetPort: management
{{- if $values.podDisruptionBudget.enabled }}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {{- include "quantrac.metadata" . | nindent 2 }}
spec:
  # Not minAvailable: with one replica that would make a node impossible to drain.
  maxUnavailable: 1
  selector:
    matchLabels: {{- include "quantrac.selector" . | nindent 6 }}
{{- end }}
{{- if $values.autoscaling.enabled }}
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {{- include "quantrac.metadata" . | nindent 2 }}
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: {{ include "quantrac.fullname" $root }}-{{ $component }}
  minReplicas: {{ $values.autoscaling.minReplicas }}
  maxReplicas: {{ $values.autoscaling.maxReplicas }}
  metrics:
    - type: Resource
      resource:
        name: cpu
        target:
          type: Utilization
          averageUtilization: {{ $values.autoscaling.targetCPU }}
{{- end }}
---
{{- $open := list }}
{{- if and (eq $component "ingestion-service") $root.Values.loggers.enabled }}
{{- $ftp := $root.Values.loggers.ftp }}
{{- $open = list (dict "port" 1884) (dict "port" 2121) (dict "port" 2222) (dict "port" $ftp.passiveFrom "endPort" $ftp.passiveTo) }}
{{- range (include "quantrac.mqttPorts" $root | fromYamlArray) }}
{{- $open = append $open (dict "port" .inside) }}
{{- end }}
{{- end }}
{{ include "quantrac.networkPolicy" (dict "root" $root "component" $component "open" $open) }}
{{- end }}
