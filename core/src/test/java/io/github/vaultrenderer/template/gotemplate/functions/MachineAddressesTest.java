package io.github.vaultrenderer.template.gotemplate.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class MachineAddressesTest {

    @Test
    void addressesOfAnInterfaceComeAsLinuxListsThem() throws UnknownHostException {
        List<InetAddress> asJavaHasThem = addresses(
                "fe80::1", "fd01::1", "fec0::1", "2001:db8::5", "10.9.0.2", "10.7.0.9", "10.8.0.1", "10.9.0.1");

        assertThat(MachineAddresses.inLinuxOrder(asJavaHasThem, Function.identity()))
                .containsExactlyElementsOf(addresses(
                        "10.9.0.1",
                        "10.8.0.1",
                        "10.7.0.9",
                        "10.9.0.2",
                        "2001:db8::5",
                        "fd01::1",
                        "fec0::1",
                        "fe80::1"));
    }

    @Test
    void loopbackIsOfTheNarrowestScope() throws UnknownHostException {
        assertThat(MachineAddresses.inLinuxOrder(addresses("fd05::1", "::1", "127.0.0.1"), Function.identity()))
                .containsExactlyElementsOf(addresses("127.0.0.1", "fd05::1", "::1"));
    }

    private static List<InetAddress> addresses(String... texts) throws UnknownHostException {
        List<InetAddress> addresses = new ArrayList<>();
        for (String text : texts) {
            addresses.add(InetAddress.getByName(text));
        }
        return addresses;
    }
}
