package vn.quantrac.feeds;

import io.quarkus.runtime.annotations.RegisterForReflection;
import vn.quantrac.feeds.readings.Reading;
import vn.quantrac.feeds.registry.Credential;
import vn.quantrac.feeds.registry.Datastream;
import vn.quantrac.feeds.registry.DischargeSource;
import vn.quantrac.feeds.registry.Effective;
import vn.quantrac.feeds.registry.Instrument;
import vn.quantrac.feeds.registry.Medium;
import vn.quantrac.feeds.registry.Parameter;
import vn.quantrac.feeds.registry.Permit;
import vn.quantrac.feeds.registry.RegistryEntry;
import vn.quantrac.feeds.registry.Station;
import vn.quantrac.feeds.verdicts.AirQualityIndex;
import vn.quantrac.feeds.verdicts.AppliedLimit;
import vn.quantrac.feeds.verdicts.Averaging;
import vn.quantrac.feeds.verdicts.Exceedance;
import vn.quantrac.feeds.verdicts.Mean;

/** All that Jackson reads and writes by reflection, so that native executables keep it. */
@RegisterForReflection(
        targets = {
            FeedAnnouncement.class,
            FeedEvent.class,
            FeedPage.class,
            RegistryEntry.class,
            Effective.class,
            Medium.class,
            Parameter.class,
            DischargeSource.class,
            Permit.class,
            Permit.PermitLimit.class,
            Permit.ReceivingWater.class,
            Station.class,
            Instrument.class,
            Datastream.class,
            Credential.class,
            Reading.class,
            Averaging.class,
            Mean.class,
            AirQualityIndex.class,
            AppliedLimit.class,
            Exceedance.class
        })
final class FeedMessages {
    private FeedMessages() {}
}
