package dev.statecraft.web.runs;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.engine.tasks.ObjectStore.StoredObject;
import dev.statecraft.sandbox.Account;
import dev.statecraft.sandbox.EffectRecord;
import dev.statecraft.sandbox.stores.Buckets;
import dev.statecraft.sandbox.stores.Messages;
import dev.statecraft.sandbox.stores.Stores;
import dev.statecraft.sandbox.stores.Tables;
import dev.statecraft.sandbox.world.World;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What lies in an account at one moment. */
record AccountState(
        Map<String, List<JsonNode>> tables,
        Map<String, List<StoredObject>> buckets,
        List<Messages.Message> messages,
        List<EffectRecord> effects,
        Map<String, Integer> requestsToPeople) {

    static AccountState of(Account account) {
        return of(
                account.tables(),
                account.buckets(),
                account.messages().sent(),
                account.effects(),
                account.requestsToPeople());
    }

    /** Before anything ran. */
    static AccountState before(World world) {
        Stores stores = Stores.of(world, InstantSource.fixed(Account.START));
        return of(stores.tables(), stores.buckets(), List.of(), List.of(), Map.of());
    }

    private static AccountState of(
            Tables tables,
            Buckets buckets,
            List<Messages.Message> messages,
            List<EffectRecord> effects,
            Map<String, Integer> requests) {
        Map<String, List<JsonNode>> items = new LinkedHashMap<>();
        tables.names().forEach(name -> items.put(name, tables.items(name)));
        Map<String, List<StoredObject>> objects = new LinkedHashMap<>();
        buckets.names().forEach(name -> objects.put(name, buckets.list(name, "")));
        return new AccountState(items, objects, messages, effects, requests);
    }
}
