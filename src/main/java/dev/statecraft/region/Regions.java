package dev.statecraft.region;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.statecraft.region.Pacemaker.ClockMode;
import dev.statecraft.sandbox.Account;
import dev.statecraft.sandbox.recorded.MockFile;
import dev.statecraft.sandbox.world.WorldFault;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The accounts of this server, each with its own state machines and executions. */
@ApplicationScoped
public class Regions {
    private final Map<String, Region> byAccount = new ConcurrentHashMap<>();
    private final Pacemaker pacemaker;
    private final MockFile mockFile;

    /**
     * @param clock {@code virtual} or {@code real}; the environment variable is {@code SFN_CLOCK}
     * @param mockConfig path of a mock file; the environment variable is {@code SFN_MOCK_CONFIG}
     */
    Regions(
            @ConfigProperty(name = "sfn.clock", defaultValue = "virtual") String clock,
            @ConfigProperty(name = "sfn.mock.config") Optional<String> mockConfig) {
        this.pacemaker = new Pacemaker(InstantSource.system(), mode(clock));
        this.mockFile = mockConfig.map(Regions::read).orElse(MockFile.EMPTY);
    }

    private static ClockMode mode(String clock) {
        try {
            return ClockMode.valueOf(clock.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "SFN_CLOCK is \"virtual\" or \"real\", not \"" + clock + "\".", e);
        }
    }

    private static MockFile read(String path) {
        try {
            JsonNode source = new ObjectMapper().readTree(Files.readString(Path.of(path)));
            return MockFile.of(source);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "SFN_MOCK_CONFIG names \"" + path + "\", which cannot be read as JSON.", e);
        } catch (WorldFault e) {
            throw new IllegalArgumentException(
                    "The mock file \""
                            + path
                            + "\" is faulty at "
                            + e.location()
                            + ": "
                            + e.getMessage(),
                    e);
        }
    }

    /** The account of the only user of a server that is not shared. */
    public Region single() {
        return of(Account.ID);
    }

    /** @param accountId twelve digits */
    public Region of(String accountId) {
        return byAccount.computeIfAbsent(
                accountId, id -> new Region(id, mockFile, pacemaker, InstantSource.system()));
    }

    @PreDestroy
    void close() {
        pacemaker.close();
    }
}
