package eu.urbact.infocus.registration.suggestion;

import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import eu.urbact.infocus.registration.application.Profile;

/** The balance goals of one call, from the first time that somebody changes them. */
@Entity
@Table(name = "balance_goals")
public class BalanceGoals {

    @Id
    private UUID callId;

    private Integer maxPerCityInOpenPool;
    private int newcomersPercent;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "balance_goal_profile", joinColumns = @JoinColumn(name = "call_id"))
    @MapKeyColumn(name = "profile")
    @MapKeyEnumerated(EnumType.STRING)
    @Column(name = "minimum")
    private Map<Profile, Integer> minimumPerProfile = new EnumMap<>(Profile.class);

    @Version
    private long version;

    /** For Hibernate. */
    protected BalanceGoals() {}

    void change(Goals goals) {
        this.maxPerCityInOpenPool = goals.maxPerCityInOpenPool();
        this.newcomersPercent = goals.newcomersPercent();
        this.minimumPerProfile.clear();
        this.minimumPerProfile.putAll(goals.minimumPerProfile());
    }

    Goals goals() {
        return new Goals(maxPerCityInOpenPool, newcomersPercent, minimumPerProfile);
    }

    long version() {
        return version;
    }
}
