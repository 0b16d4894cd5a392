package dev.statecraft.learning;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import java.time.Instant;
import java.util.Optional;

/** Lets another device become the same learner. Short-lived, used once, and kept only as a digest. */
@Entity
@Table(name = "device_code")
public class DeviceCode extends PanacheEntityBase {
    @Id public String digest = "";

    public String learner = "";

    @Column(name = "expires_at")
    public String expiresAt = "";

    /** Uses the code up; empty if there is none, or its time is over. */
    public static Optional<String> redeem(String digest, Instant now) {
        Optional<DeviceCode> code = findByIdOptional(digest);
        code.ifPresent(DeviceCode::delete);
        return code.filter(it -> now.isBefore(Instant.parse(it.expiresAt))).map(it -> it.learner);
    }
}
