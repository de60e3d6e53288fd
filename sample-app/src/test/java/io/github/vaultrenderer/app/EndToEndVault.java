package io.github.vaultrenderer.app;

import io.github.vaultrenderer.test.VaultAdmin;
import io.github.vaultrenderer.test.VaultServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Fills a Vault with requests from a file, one JSON object a line: path, body, and method where it is not POST. */
final class EndToEndVault {

    private EndToEndVault() {}

    static void fill(VaultServer vault, Path requests) {
        VaultAdmin admin = vault.admin();
        try {
            for (String line : Files.readAllLines(requests)) {
                Map<?, ?> request = JsonMapper.shared().readValue(line, Map.class);
                send(admin, vault.rootToken(), request);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @SuppressWarnings("unchecked")
    private static void send(VaultAdmin admin, String token, Map<?, ?> request) {
        String method = request.containsKey("method") ? String.valueOf(request.get("method")) : "POST";
        Map<String, ?> body = request.get("body") instanceof Map<?, ?> map ? (Map<String, ?>) map : Map.of();
        VaultAdmin.Answer answer = admin.send(method, encoded(String.valueOf(request.get("path"))), token, body);
        if (answer.status() >= 400) {
            throw new IllegalStateException("Vault refused " + request.get("path") + ": " + answer.errors());
        }
    }

    private static String encoded(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }
}
