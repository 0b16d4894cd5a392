package dev.statecraft.sandbox.services;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.sandbox.ServiceCall;

/** The two blocks about the HTTP exchange that optimised integrations add to a response. */
final class SdkMetadata {

    private SdkMetadata() {}

    static void addTo(ObjectNode response, ServiceCall call) {
        String requestId = call.account().random().nextUuid().toString();
        ObjectNode http = response.putObject("SdkHttpMetadata");
        ObjectNode all = http.putObject("AllHttpHeaders");
        all.putArray("x-amzn-RequestId").add(requestId);
        all.putArray("Content-Type").add("application/json");
        ObjectNode headers = http.putObject("HttpHeaders");
        headers.put("Content-Type", "application/json");
        headers.put("x-amzn-RequestId", requestId);
        http.put("HttpStatusCode", 200);
        response.putObject("SdkResponseMetadata").put("RequestId", requestId);
    }
}
