package io.github.vaultrenderer.app.settings.consultemplate;

import java.time.Duration;

/**
 * How connections are made and kept.
 *
 * @param dialKeepAlive the time between signs of life on a connection (30s)
 * @param dialTimeout how long a connection may take to come about (30s)
 * @param disableKeepAlives whether each request has a connection of its own (false)
 * @param idleConnTimeout how long an unused connection is kept (5s)
 * @param maxIdleConns how many unused connections are kept; 0 for any number (0)
 * @param maxIdleConnsPerHost … to one host (100)
 * @param maxConnsPerHost how many connections to one host there may be; 0 for any number (0)
 * @param tlsHandshakeTimeout how long TLS may take to agree (10s)
 */
public record TransportConfig(
        Duration dialKeepAlive,
        Duration dialTimeout,
        boolean disableKeepAlives,
        Duration idleConnTimeout,
        int maxIdleConns,
        int maxIdleConnsPerHost,
        int maxConnsPerHost,
        Duration tlsHandshakeTimeout) {}
