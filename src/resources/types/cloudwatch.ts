/* Written from the table of this service by test/resources/types.test.ts; do not edit. */
import type * as CloudWatch from '@aws-sdk/client-cloudwatch';
import type {
  Batched,
  Collection,
  Filled,
  FilledEntries,
  LoadableResource,
  Resource,
  SendOptions,
} from './shared.js';

/** CloudWatch: what `resource(client)` gives. */
export interface ServiceResource extends Resource<CloudWatch.CloudWatchClient> {
  Alarm(name: string | { name: string }): Alarm;
  Metric(namespace: string, name: string): Metric;
  Metric(identifiers: { namespace: string; name: string }): Metric;
  /** By DescribeAlarms. */
  readonly alarms: AlarmCollection<CloudWatch.DescribeAlarmsCommandInput>;
  /** By ListMetrics. */
  readonly metrics: Collection<Metric, CloudWatch.ListMetricsCommandInput>;
}

/** `cloudwatch.Alarm`; its attributes are loaded by DescribeAlarms. */
export interface Alarm
  extends
    LoadableResource<CloudWatch.CloudWatchClient, CloudWatch.MetricAlarm>,
    Batched<AlarmBatch> {
  readonly name: string;
  readonly alarmName: string;
  /** Calls DeleteAlarms. */
  delete(
    input?: Filled<CloudWatch.DeleteAlarmsCommandInput, 'AlarmNames'>,
    options?: SendOptions,
  ): Promise<CloudWatch.DeleteAlarmsCommandOutput>;
  /** Calls DescribeAlarmHistory. */
  describeHistory(
    input?: Filled<CloudWatch.DescribeAlarmHistoryCommandInput, 'AlarmName'>,
    options?: SendOptions,
  ): Promise<CloudWatch.DescribeAlarmHistoryCommandOutput>;
  /** Calls DisableAlarmActions. */
  disableActions(
    input?: Filled<CloudWatch.DisableAlarmActionsCommandInput, 'AlarmNames'>,
    options?: SendOptions,
  ): Promise<CloudWatch.DisableAlarmActionsCommandOutput>;
  /** Calls EnableAlarmActions. */
  enableActions(
    input?: Filled<CloudWatch.EnableAlarmActionsCommandInput, 'AlarmNames'>,
    options?: SendOptions,
  ): Promise<CloudWatch.EnableAlarmActionsCommandOutput>;
  /** Calls SetAlarmState. */
  setState(
    input: Filled<CloudWatch.SetAlarmStateCommandInput, 'AlarmName'>,
    options?: SendOptions,
  ): Promise<CloudWatch.SetAlarmStateCommandOutput>;
  metric(): Promise<Metric | undefined>;
}

export interface AlarmBatch {
  /** Calls DeleteAlarms. */
  delete(
    input?: Filled<CloudWatch.DeleteAlarmsCommandInput, 'AlarmNames'>,
    options?: SendOptions,
  ): Promise<CloudWatch.DeleteAlarmsCommandOutput>;
  /** Calls DisableAlarmActions. */
  disableActions(
    input?: Filled<CloudWatch.DisableAlarmActionsCommandInput, 'AlarmNames'>,
    options?: SendOptions,
  ): Promise<CloudWatch.DisableAlarmActionsCommandOutput>;
  /** Calls EnableAlarmActions. */
  enableActions(
    input?: Filled<CloudWatch.EnableAlarmActionsCommandInput, 'AlarmNames'>,
    options?: SendOptions,
  ): Promise<CloudWatch.EnableAlarmActionsCommandOutput>;
}

export interface AlarmCollection<Input> extends Collection<Alarm, Input> {
  /** Calls DeleteAlarms. */
  delete(
    input?: Filled<CloudWatch.DeleteAlarmsCommandInput, 'AlarmNames'>,
    options?: SendOptions,
  ): Promise<CloudWatch.DeleteAlarmsCommandOutput[]>;
  /** Calls DisableAlarmActions. */
  disableActions(
    input?: Filled<CloudWatch.DisableAlarmActionsCommandInput, 'AlarmNames'>,
    options?: SendOptions,
  ): Promise<CloudWatch.DisableAlarmActionsCommandOutput[]>;
  /** Calls EnableAlarmActions. */
  enableActions(
    input?: Filled<CloudWatch.EnableAlarmActionsCommandInput, 'AlarmNames'>,
    options?: SendOptions,
  ): Promise<CloudWatch.EnableAlarmActionsCommandOutput[]>;
}

/** `cloudwatch.Metric`; its attributes are loaded by ListMetrics. */
export interface Metric extends LoadableResource<CloudWatch.CloudWatchClient, CloudWatch.Metric> {
  readonly namespace: string;
  readonly name: string;
  readonly metricName: string;
  /** Calls GetMetricStatistics. */
  getStatistics(
    input: Filled<CloudWatch.GetMetricStatisticsCommandInput, 'Namespace' | 'MetricName'>,
    options?: SendOptions,
  ): Promise<CloudWatch.GetMetricStatisticsCommandOutput>;
  /** Calls PutMetricAlarm. */
  putAlarm(
    input: Filled<CloudWatch.PutMetricAlarmCommandInput, 'Namespace' | 'MetricName'>,
    options?: SendOptions,
  ): Promise<Alarm>;
  /** Calls PutMetricData. */
  putData(
    input?: FilledEntries<
      Filled<CloudWatch.PutMetricDataCommandInput, 'Namespace'>,
      'MetricData',
      'MetricName'
    >,
    options?: SendOptions,
  ): Promise<CloudWatch.PutMetricDataCommandOutput>;
  /** By DescribeAlarmsForMetric. */
  readonly alarms: AlarmCollection<CloudWatch.DescribeAlarmsForMetricCommandInput>;
}
