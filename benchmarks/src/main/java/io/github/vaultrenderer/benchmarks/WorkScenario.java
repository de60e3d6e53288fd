package io.github.vaultrenderer.benchmarks;

import io.github.vaultrenderer.test.EmbeddedVault;
import io.github.vaultrenderer.test.VaultAdmin;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A hundred templates over a thousand secrets, from a Vault that takes 5 ms for an answer. Over plain HTTP a real one,
 * where there is one; over TLS the embedded one, because requests can be counted there.
 */
final class WorkScenario implements Scenario {

    static final String REQUESTS = "requests";
    static final String MOST_IN_FLIGHT = "mostInFlight";

    private static final int TEMPLATES = 100;
    private static final int SECRETS_EACH = 10;
    private static final Duration LATENCY = Duration.ofMillis(5);
    /** Each secret, its mount, and two for a token. */
    private static final int MOST_REQUESTS_OF_OURS = TEMPLATES * SECRETS_EACH + 1 + 2;

    private static final int MOST_IN_FLIGHT_OF_OURS = 32;

    private final Folder folder = new Folder();
    private final Stopwatch stopwatch;
    private final boolean tls;
    private final SlowVault vault;
    private final String kind;
    private final List<Contestant> contestants = new ArrayList<>();

    /** @param tls whether Vault is reached over TLS, as a pod should */
    WorkScenario(OurProgram ours, boolean tls) {
        this.tls = tls;
        stopwatch = new Stopwatch(folder.path(), ours.root());
        Optional<Path> real = tls ? Optional.empty() : Peers.find("vault");
        kind = real.isPresent() ? "a real Vault" : "the embedded Vault";
        vault = real.map(binary -> SlowVault.real(binary, LATENCY))
                .orElseGet(() -> SlowVault.embedded(
                        tls ? EmbeddedVault.builder().tls().start() : EmbeddedVault.start(), LATENCY));
        VaultAdmin admin = vault.server().admin();
        admin.enableKv("kv", 2);
        List<String> arguments = new ArrayList<>(List.of("-once"));
        for (int template = 0; template < TEMPLATES; template++) {
            StringBuilder text = new StringBuilder();
            for (int secret = 0; secret < SECRETS_EACH; secret++) {
                String path = "kv/team" + template + "/app" + secret;
                admin.putSecret(path, Map.of("value", "v" + secret));
                text.append("{{ with secret \"").append(path).append("\" }}{{ .Data.data.value }}{{ end }}\n");
            }
            arguments.add("-template");
            arguments.add(folder.write(template + ".ctmpl", text.toString()) + ":" + folder.resolve(template + ".txt"));
        }
        Map<String, String> environment = new HashMap<>(Map.of(
                "VAULT_ADDR", vault.address().toString(),
                "VAULT_TOKEN", vault.server().rootToken(),
                "VAULT_RENEW_TOKEN", "false",
                "HOME", folder.path().toString()));
        vault.server().caCertificate().ifPresent(file -> environment.put("VAULT_CACERT", file.toString()));
        String[] flags = arguments.toArray(String[]::new);
        contestants.add(new Contestant(
                "vault-renderer as consul-template", true, ours.command("consul-template", flags), environment));
        Peers.find("consul-template").ifPresent(peer -> {
            List<String> command = new ArrayList<>(List.of(peer.toString()));
            command.addAll(arguments);
            contestants.add(new Contestant("consul-template", false, command, environment));
        });
    }

    @Override
    public String name() {
        return tls ? "work" : "work-plain";
    }

    @Override
    public String description() {
        return TEMPLATES + " templates over " + TEMPLATES * SECRETS_EACH + " secrets, " + LATENCY.toMillis()
                + " ms for each answer, over " + (tls ? "TLS" : "plain HTTP") + " to " + kind;
    }

    @Override
    public List<Contestant> contestants() {
        return List.copyOf(contestants);
    }

    @Override
    public Sample run(Contestant contestant) {
        vault.begin().run();
        Sample sample = stopwatch.run(contestant);
        for (int template = 0; template < TEMPLATES; template++) {
            String text = folder.take(template + ".txt");
            if (!text.equals("v0\nv1\nv2\nv3\nv4\nv5\nv6\nv7\nv8\nv9\n")) {
                throw new IllegalStateException(contestant.name() + " rendered another file: " + text);
            }
        }
        int requests = vault.requests().getAsInt();
        int inFlight = vault.mostInFlight().getAsInt();
        if (contestant.ours() && (requests > MOST_REQUESTS_OF_OURS || inFlight > MOST_IN_FLIGHT_OF_OURS)) {
            throw new IllegalStateException(
                    contestant.name() + " sent " + requests + " requests, with up to " + inFlight + " in flight");
        }
        return sample.with(REQUESTS, requests).with(MOST_IN_FLIGHT, inFlight);
    }

    @Override
    public void close() {
        vault.end().run();
        folder.close();
    }
}
