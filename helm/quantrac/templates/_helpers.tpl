{{/* Names and labels. A component is a service, postgresql, broker, keycloak, databases or test. */}}

{{- define "quantrac.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 30 | trimSuffix "-" -}}
{{- end }}

{{- define "quantrac.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 40 | trimSuffix "-" -}}
{{- else if contains (include "quantrac.name" .) .Release.Name -}}
{{- .Release.Name | trunc 40 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name (include "quantrac.name" .) | trunc 40 | trimSuffix "-" -}}
{{- end -}}
{{- end }}

{{/* Arguments: root, component. */}}
{{- define "quantrac.selector" -}}
app.kubernetes.io/name: {{ include "quantrac.name" .root }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end }}

{{/* Arguments: root, component. */}}
{{- define "quantrac.labels" -}}
{{ include "quantrac.selector" . }}
app.kubernetes.io/part-of: quantrac
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end }}

{{/* Name and labels of an object. Arguments: root, component, name (optional: another name than the component's). */}}
{{- define "quantrac.metadata" -}}
name: {{ include "quantrac.fullname" .root }}-{{ .name | default .component }}
namespace: {{ .root.Release.Namespace }}
labels: {{- include "quantrac.labels" . | nindent 2 }}
{{- end }}

{{- define "quantrac.host" -}}
{{- (urlParse .Values.publicUrl).hostname -}}
{{- end }}

{{/* The Secret and key of a credential. Arguments: root, credential. */}}
{{- define "quantrac.secretKeyRef" -}}
{{- $credential := index .root.Values.secrets .credential -}}
name: {{ $credential.existingSecret | default (printf "%s-%s" (include "quantrac.fullname" .root) .credential) }}
key: {{ $credential.key }}
{{- end }}

{{/* An environment variable from a credential. Arguments: root, credential, variable. */}}
{{- define "quantrac.secretEnv" -}}
- name: {{ .variable }}
  valueFrom:
    secretKeyRef: {{- include "quantrac.secretKeyRef" . | nindent 6 }}
{{- end }}

{{/* The restricted Pod Security Standard. Argument: the user's number. */}}
{{- define "quantrac.podSecurityContext" -}}
runAsNonRoot: true
runAsUser: {{ . }}
runAsGroup: {{ . }}
fsGroup: {{ . }}
fsGroupChangePolicy: OnRootMismatch
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{- define "quantrac.securityContext" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end }}

{{- define "quantrac.serviceAccount" -}}
apiVersion: v1
kind: ServiceAccount
metadata: {{- include "quantrac.metadata" . | nindent 2 }}
automountServiceAccountToken: false
{{- end }}

{{/* Pod fields that every workload has. Arguments: root, component, user. */}}
{{- define "quantrac.podBasics" -}}
serviceAccountName: {{ include "quantrac.fullname" .root }}-{{ .component }}
automountServiceAccountToken: false
enableServiceLinks: false
{{- with .root.Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
securityContext: {{- include "quantrac.podSecurityContext" .user | nindent 2 }}
{{- end }}

{{/* A volume that outlives its pod. Arguments: component (root, component), storage (size, className). */}}
{{- define "quantrac.dataClaim" -}}
- apiVersion: v1
  kind: PersistentVolumeClaim
  metadata:
    name: data
    labels: {{- include "quantrac.selector" .component | nindent 6 }}
  spec:
    accessModes: [ReadWriteOnce]
    {{- with .storage.className }}
    storageClassName: {{ . }}
    {{- end }}
    resources:
      requests:
        storage: {{ .storage.size }}
{{- end }}
