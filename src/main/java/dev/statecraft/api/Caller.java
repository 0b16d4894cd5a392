package dev.statecraft.api;

import dev.statecraft.region.AccessKeys;
import dev.statecraft.region.Region;
import dev.statecraft.region.Regions;
import dev.statecraft.region.ServiceError;
import dev.statecraft.region.Signature;

import io.vertx.core.http.HttpServerRequest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** Who calls: on a server that several people share, whoever signed the request. */
@RequestScoped
class Caller {
    @Inject Regions regions;

    @Inject AccessKeys keys;

    @Inject HttpServerRequest request;

    private @Nullable Region known;

    /** The account of the caller of a request without a body, or whose body has been looked at. */
    Region region() {
        return known != null ? known : region(null);
    }

    /**
     * The account of the caller.
     *
     * @throws ServiceError if the request must be signed and is not, or not rightly
     */
    Region region(byte @Nullable [] body) {
        known = keys.areRequired() ? signer(body) : regions.single();
        return known;
    }

    private Region signer(byte @Nullable [] body) {
        var signed =
                new Signature.Request(
                        request.method().name(),
                        Optional.ofNullable(request.path()).orElse(""),
                        Optional.ofNullable(request.query()).orElse(""),
                        name -> Optional.ofNullable(request.getHeader(name)).orElse(""),
                        body == null ? new byte[0] : body);
        Region any = regions.single();
        return regions.of(Signature.accountOf(signed, keys, any.clock().instant()));
    }
}
