package vn.quantrac.ingestion.broker;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

@ConfigMapping(prefix = "ingestion.broker")
interface BrokerConfig {
    /** {@code mqtt://host:1883} or {@code mqtts://host:8883}; without it no outside broker is followed. */
    Optional<URI> url();

    /** Our user at that broker. */
    Optional<String> user();

    /** Our password at that broker. */
    Optional<String> password();

    /** PEM file of the authorities that may sign its certificate; without it those of the JVM. */
    Optional<Path> ca();

    /** Our session at that broker: each replica has its own, and the same after a restart. */
    @WithDefault("quantrac-ingestion")
    String clientId();

    /** Followers of one group share the messages. */
    @WithDefault("quantrac")
    String group();

    /** Which topics are readings. */
    @WithDefault("quantrac/v1/stations/+/readings")
    String filter();

    /** Which level of the topic is the code of the station, or an alias of it; the first is 1. */
    @WithDefault("4")
    int stationLevel();

    /** How long that broker keeps messages for us while we are away. */
    @WithDefault("7d")
    Duration sessionExpiry();

    /** Most messages that wait for their acknowledgement; that broker keeps the others. */
    @WithDefault("500")
    int receiveMaximum();

    /** The longest pause between two attempts to connect. */
    @WithDefault("30s")
    Duration retryPause();

    /** How long a stop waits for the commit of what was received; the rest comes again. */
    @WithDefault("5s")
    Duration stopPatience();
}
