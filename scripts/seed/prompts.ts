import type { Dice } from './dice'

type Parts = Record<'subject' | 'action' | 'place' | 'camera' | 'light' | 'mood', string[]>

const lines = (text: string) => text.trim().split(/\s*\n\s*/)

const english: Parts = {
  subject: lines(`
    a woman in a red coat
    an old fisherman
    a fox
    two dancers
    a paper crane
    a child with a lantern
    a white horse
    a cyclist
    a whale
    an astronaut
    a street vendor
    a brass robot
    a violinist
    a heron
    a taxi
    a lighthouse keeper
    a potter
    a snow leopard
    a hummingbird
    a diver`),
  action: lines(`
    walks away from us
    turns and looks into the lens
    waits without moving
    runs through puddles
    lifts a hand against the sun
    folds a letter twice
    dances slowly
    drifts past
    breaks the surface
    pours tea
    climbs the last steps
    disappears behind a wall
    blinks once
    ties a knot
    counts coins`),
  place: lines(`
    on a neon street at night
    in a forest after rain
    on the shore of a frozen lake
    under a suspension bridge
    in a kitchen with one window
    on the ridge of a dune
    at the edge of a pier
    on a rooftop above Tokyo
    in a library at closing time
    among lanterns
    in a wheat field
    behind a waterfall
    in an empty swimming pool
    in a market hall
    on a glacier`),
  camera: lines(`
    slow dolly in
    static wide shot
    handheld, close
    aerial rise
    lateral track
    macro, shallow focus
    crane down
    whip pan at the end
    over the shoulder
    steadicam, half speed
    locked off tripod
    orbit, one full turn`),
  light: lines(`
    golden hour
    hard noon light
    one practical lamp
    blue dusk
    overcast and soft
    moonlight
    sodium street lamps
    dawn mist
    flickering fluorescent
    rim light from the left`),
  mood: lines(`
    35 mm grain, muted palette
    high contrast, no music
    warm to cold
    quiet, documentary
    dreamlike
    product film, clean background
    1970s colour
    anamorphic flares
    wind in the fabric
    hold the last frame for a second`),
}

const chinese: Parts = {
  subject: lines(`
    穿红色大衣的女人
    年迈的渔夫
    一只狐狸
    两位舞者
    一只纸鹤
    提灯笼的孩子
    一匹白马
    骑自行车的少年
    一头鲸鱼
    宇航员
    街头小贩
    黄铜机器人
    小提琴手
    一只苍鹭
    出租车
    守灯塔的人
    陶艺师傅
    一只雪豹
    蜂鸟
    潜水员`),
  action: lines(`
    背对镜头走远
    回头看向镜头
    一动不动地等待
    跑过水洼
    抬手遮住阳光
    把信折了两次
    缓缓起舞
    从画面里漂过
    跃出水面
    斟茶
    登上最后几级台阶
    消失在墙后
    眨了一下眼
    打了一个结
    数着硬币`),
  place: lines(`
    在霓虹闪烁的夜街
    在雨后的森林
    在结冰的湖边
    在大桥下
    在只有一扇窗的厨房
    在沙丘的脊线上
    在栈桥尽头
    在东京的楼顶
    在打烊前的图书馆
    在灯笼之间
    在麦田里
    在瀑布后面
    在空荡的泳池
    在集市大厅
    在冰川上`),
  camera: lines(`
    缓慢推近
    固定全景
    手持近景
    镜头升空
    横移跟拍
    微距浅景深
    摇臂下降
    结尾快速甩镜
    过肩镜头
    半速稳定器
    三脚架锁定
    环绕一周`),
  light: lines(`
    黄金时刻
    正午硬光
    一盏台灯照明
    蓝调黄昏
    阴天柔光
    月光
    钠灯街景
    晨雾
    闪烁的日光灯
    左侧轮廓光`),
  mood: lines(`
    胶片颗粒，低饱和
    高反差，无配乐
    由暖转冷
    安静的纪录片质感
    如梦似幻
    产品短片，背景干净
    七十年代色调
    变形镜头光斑
    衣料随风飘动
    最后一帧停留一秒`),
}

/** A prompt as teams write them; about one in three in Chinese, a few with a slate nobody else has. */
export function promptOf(dice: Dice, number: number): string {
  const isChinese = dice.chance(0.35)
  const parts = isChinese ? chinese : english
  const { subject, action, place, camera, light, mood } = parts
  const pick = [subject, action, place].map((values) => dice.often(values))
  const look = [camera, light, mood].map((values) => dice.one(values))
  const scene = isChinese
    ? `${pick.join('')}，${look.join('，')}`
    : `${pick.join(' ')}; ${look.join(', ')}`
  const second = dice.chance(0.3)
    ? isChinese
      ? `。第二镜：${dice.one(subject)}${dice.one(action)}`
      : `. Second shot: ${dice.one(subject)} ${dice.one(action)}`
    : ''
  const slate = dice.chance(0.02) ? (isChinese ? `，场记板${number}` : `, slate${number}`) : ''
  return `${scene}${second}${slate}`
}

const titles = ['Opening', 'Hero shot', 'Cutaway', 'End card', '开场', '主镜头', '空镜', '片尾']

export function titleOf(dice: Dice, number: number): string | null {
  return dice.chance(0.15) ? `${dice.one(titles)} ${1 + (number % 40)}` : null
}

export const tags = [
  ...['launch', 'social', 'hero', 'draft', 'b-roll', 'client', 'approved', 'spring', 'vertical'],
  ...['发布会', '社媒', '样片', '客户', '春季', 'logo', 'night', 'product', 'test', 'final'],
]

export const remarks = [
  'Hold this a little longer.',
  'The hand is wrong here.',
  'Lovely light.',
  '这里的手不对。',
  '这一段节奏很好。',
  'Could be the opening.',
]
